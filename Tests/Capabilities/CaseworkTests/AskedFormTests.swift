import Codes
import Kernel
import TestHouse
import Testing

@testable import Catalog

@Suite("The form of an item under certain answers")
struct AskedFormTests {
    private static let form = TestHouse.branchingForm
    private static let answers = TestHouse.branchingAnswers

    private func asked(_ changes: [String: String]) -> [String] {
        AskedForm(Self.form, Self.answers.merging(changes) { $1 }).asked.map(\.key)
    }

    @Test("a question is asked where the answer before it says so, and only there")
    func conditions() {
        #expect(
            asked([:]) == [
                "purpose", "rented", "landlord", "area", "exits", "rooms.1.use", "rooms.1.sleeps", "rooms.1.beds",
                "rooms.2.use", "rooms.2.sleeps",
            ]
        )
        #expect(!asked(["rented": "否"]).contains("landlord"))
        #expect(!asked(["rented": ""]).contains("landlord"), "no answer asks nothing further")
        #expect(asked(["area": "200"]).contains("exits"))
        #expect(!asked(["area": "199.99"]).contains("exits"))
        #expect(!asked(["area": "很大"]).contains("exits"))
        #expect(!asked(["rooms.1.sleeps": "否"]).contains("rooms.1.beds"), "of the same row")
        #expect(asked(["rooms.2.sleeps": "是"]).contains("rooms.2.beds"))
    }

    @Test("a question that rests on one that is not asked is not asked either")
    func chain() {
        let form = [
            FormField(key: "a", label: "甲", kind: .choice, choices: ["是", "否"]),
            FormField(
                key: "b",
                label: "乙",
                kind: .choice,
                choices: ["是", "否"],
                condition: FormCondition(field: "a", test: "\"是\"")
            ),
            FormField(key: "c", label: "丙", kind: .line, condition: FormCondition(field: "b", test: "\"是\"")),
        ]
        #expect(AskedForm(form, ["a": "是", "b": "是"]).asked.map(\.key) == ["a", "b", "c"])
        #expect(AskedForm(form, ["a": "否", "b": "是"]).asked.map(\.key) == ["a"])
    }

    @Test("a group has its least rows, and as many more as are answered, named by their number")
    func groups() throws {
        let empty = AskedForm(Self.form, [:])
        #expect(empty.asked.map(\.key) == ["purpose", "rented", "area", "rooms.1.use", "rooms.1.sleeps"])
        #expect(AskedForm(Self.form, [:], spare: 9).questions.last?.field.key == "rooms.3.beds", "no more than may be")
        #expect(AskedForm(Self.form, [:], spare: 9).asked.count == 5, "an empty row is not asked")
        let second = try #require(AskedForm(Self.form, Self.answers).asked.last)
        #expect(second.label == "活动室 2：是否兼作寝室")
        #expect(AskedForm(Self.form, Self.answers).overfull.isEmpty)
        let overfull = AskedForm(Self.form, ["rooms.4.use": "书画"]).overfull
        #expect(overfull.map(\.count) == [4])
    }

    @Test("rows close up where one between them is empty")
    func packing() {
        let sparse = ["purpose": "开办", "rooms.2.use": "音乐", "rooms.3.use": " "]
        #expect(AskedForm.packed(Self.form, sparse) == ["purpose": "开办", "rooms.1.use": "音乐"])
        #expect(AskedForm.packed(Self.form, Self.answers) == Self.answers)
    }

    @Test("what a drafter writes of a condition is read, written and told as meant")
    func words() throws {
        let (rented, area) = (Self.form[1], Self.form[3])
        let choice = try #require(FormCondition(rented, written: "是、否"))
        #expect(choice.test == "\"是\", \"否\"")
        #expect(choice.written(of: rented) == "是、否")
        #expect(choice.chinese(of: rented) == "“场地是否租赁”为“是”或“否”")
        let size = try #require(FormCondition(area, written: "≥200"))
        #expect(size.test == ">= 200")
        #expect(size.chinese(of: area) == "“面积”≥200")
        #expect(FormCondition(rented, written: "也许") == nil)
        #expect(FormCondition(area, written: "很大") == nil)
        #expect(FormCondition(Self.form[0], written: "开办") == nil, "words of one's own decide nothing")
    }

    @Test("a form that cannot be put is told what is wrong with it")
    func faults() {
        func faults(_ field: FormField) -> [String] { ([Self.form[1]] + [field]).faults.map(\.expected) }
        func line(_ condition: FormCondition?) -> FormField {
            FormField(key: "x", label: "丁", kind: .line, condition: condition)
        }
        #expect(Self.form.faults.isEmpty)
        #expect(faults(line(nil)).isEmpty)
        #expect(faults(line(FormCondition(field: "later", test: "\"是\""))) == ["“丁”的前提是它之前的一个问题"])
        #expect(faults(line(FormCondition(field: "rented", test: "\"也许\""))).count == 1)
        #expect(faults(line(FormCondition(field: "rented", test: ">= 2"))).count == 1)
        #expect(faults(FormField(key: "x", label: "丁", kind: .group)).count == 1)
        let part = FormField(key: "p", label: "戊", kind: .line)
        func group(_ parts: [FormField], _ least: Int?, _ most: Int?) -> FormField {
            FormField(key: "x", label: "丁", kind: .group, parts: parts, least: least, most: most)
        }
        #expect(faults(group([part], 0, 100)).isEmpty)
        #expect(faults(group([part], 3, 2)).count == 1)
        #expect(faults(group([part], 1, 101)).count == 1)
        #expect(faults(group([part, part], 1, 2)).count == 1)
        #expect(faults(group([FormField(key: "p.q", label: "戊", kind: .line)], 1, 2)).count == 1)
        #expect(faults(group([group([part], 1, 1)], 1, 2)).count == 1)
    }

    @Test("a version tells each question with its condition, and those of a group after it")
    func comparison() throws {
        var content = ItemContent(code: "1", name: "演示", category: .license)
        content.form = Self.form
        let text = try #require(content.text(of: .form))
        #expect(text.contains("出租人（文字；“场地是否租赁”为“是”时填写；必填）"))
        #expect(text.contains("活动室（1 至 3 项）\n活动室：用途（文字；必填）"))
    }
}
