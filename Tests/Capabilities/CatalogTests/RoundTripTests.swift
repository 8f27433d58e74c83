import Catalog
import Codes
import Interchange
import Kernel
import Law
import Testing

@Suite("What the catalog publishes comes back unchanged")
struct RoundTripTests {
    /// The catalog as the Hall writes it for spreadsheets.
    private static func file(_ contents: [ItemContent]) throws -> String {
        let table = try CatalogTable(.items)
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(table.columns.map(\.code))
        for (number, content) in contents.enumerated() {
            let item = OpenItem(id: PowerItem.ID("I\(number)"), content: content, version: nil, source: nil)
            for row in table.rows(of: item) { writer.append(row.map { $0 ?? "" }) }
        }
        return writer.text
    }

    private static func read(_ text: String) throws -> ItemReading {
        let known = ListKnowledge(try .national(), .none, try CategoryField.shipped())
        return ItemReader.read(Array(text.utf8), format: .csv, known: known)
    }

    /// One thing about an item that is hard to write in a cell.
    private struct Hard: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout ItemContent) -> Void

        init(_ description: String, _ change: @escaping @Sendable (inout ItemContent) -> Void) {
            (testDescription, self.change) = (description, change)
        }

        var content: ItemContent {
            var content = ItemContent(
                code: "FZ-001",
                name: "风筝放飞许可",
                category: .license,
                bases: [LegalBasis("风筝法", 3)]
            )
            content.agency = AgencyReference(code: "11511602MB1234567X", name: "区风筝局")
            content.division = "511602000000"
            content.levels = [.county]
            change(&content)
            return content
        }
    }

    private static let hard = [
        Hard("nothing but what every item has") { _ in },
        Hard("a condition of several sentences") { $0.conditions = ["符合下列条件：（一）有场地；（二）有人员。"] },
        Hard("conditions that end in semicolons") { $0.conditions = ["（一）有场地；", "（二）有人员。"] },
        Hard("conditions that hold none") { $0.conditions = ["有场地", "有人员"] },
        Hard("a right that names two") { $0.rights = ["陈述；申辩"] },
        Hard("no materials at all") { $0.materials = [] },
        Hard("materials by name") { $0.materials = [Material(name: "申请书"), Material(name: "场地证明")] },
        Hard("one material of which everything is said") { $0.materials = [RoundTripTests.proof] },
        Hard("materials of which different things are said") { content in
            content.materials = [
                RoundTripTests.proof, Material(name: "申请书", form: .electronic, originals: 0, source: .form),
                Material(name: "身份证；户口簿", necessity: .optional, copies: 1, source: .shared, note: "核对后退还"),
            ]
        },
        Hard("one material with a semicolon in its name") { $0.materials = [Material(name: "身份证；户口簿")] },
        Hard("places and times of several lines") { content in
            content.place = "政务大厅3号窗口\n分厅1号窗口"
            content.hours = "工作日9:00—17:00\n周六9:00—12:00"
            content.liability = "依照行政许可法处分。\n构成犯罪的，追究刑事责任。"
            content.preference = "退役军人优先\n残疾人免费"
        },
        Hard("texts as long as the desk takes them") { content in
            content.place = String(repeating: "政务大厅三号窗口；", count: 500)
            content.hours = String(repeating: "工作日九时至十七时；", count: 400)
            content.liability = String(repeating: "依照行政许可法处分。", count: 400)
            content.conditions = (1...1_000).map { "第\($0)项条件应当符合有关规定" }
            content.materials = (1...800).map { Material(name: "第\($0)份证明材料的原件和复印件") }
            let charges = (1...700).map { number in
                Fee.Charge("第\(number)项收费", standard: "每只\(number)元，不足一只的按一只", basis: LegalBasis("风筝收费办法", 2))
            }
            content.fee = Fee(charges)
        },
        Hard("cells that a spreadsheet would run") { content in
            content.phone = "+86 826 1234567"
            content.complaintLine = "-"
            content.remark = "=演示"
        },
        Hard("questions with answers of several lines") { content in
            content.questions = [CommonQuestion("怎么申请", "先在网上填表\n再到窗口领证"), CommonQuestion("收费吗", "不收")]
        },
        Hard("an English name") { $0.englishName = "Permit to fly kites" },
        Hard("free of charge by a rule") { $0.fee = Fee(isCharged: false, basis: LegalBasis("风筝收费办法", 2)) },
        Hard("one charge for all, with a note") { content in
            var charge = Fee.Charge(nil, standard: "每只1元", basis: LegalBasis("风筝收费办法", 2))
            charge.isReducible = true
            charge.reductionBasis = "风筝减免办法第三条"
            charge.note = "每年一次"
            content.fee = Fee([charge])
        },
        Hard("one charge for all") { content in
            content.fee = Fee(isCharged: true, standard: "每只1元", basis: LegalBasis("风筝收费办法", 2))
        },
        Hard("a special procedure of several lines") { content in
            var exercise = ItemExercise()
            exercise.specialProcedure = "听证\n专家评审10个工作日"
            content.exercise = exercise
        },
    ]

    private static var proof: Material {
        var proof = Material(
            name: "场地证明",
            necessity: .conditional,
            condition: "租赁场地的；借用场地的",
            form: .paper,
            originals: 1,
            copies: 2,
            source: .authority,
            sample: "见风筝局网站",
            note: "加盖公章"
        )
        proof.sourceNote = "不动产登记中心"
        proof.specification = "A4"
        proof.acceptance = "在有效期内"
        proof.basis = "风筝法第三条"
        proof.remark = "演示"
        return proof
    }

    @Test("items written as csv and read again are the same items", arguments: hard)
    private func items(_ hard: Hard) throws {
        let reading = try Self.read(try Self.file([hard.content]))
        #expect(reading.faults == [])
        #expect(Set(reading.doubts.map(\.column)).isSubset(of: ["task_code", "dept_code"]), "only codes are doubtful")
        #expect(reading.rows.map(\.listing.content) == [hard.content])
    }

    @Test("a catalog written as csv, read, and written again is the same file")
    func file() throws {
        let contents = Self.hard.enumerated().map { number, hard in
            var content = hard.content
            content.code = "FZ-\(100 + number)"
            content.name += "（\(number)）"
            return content
        }
        let first = try Self.file(contents)
        let reading = try Self.read(first)
        #expect(reading.faults == [])
        #expect(try Self.file(reading.rows.map(\.listing.content)) == first)
    }

    @Test("columns of materials that do not stand one to one are doubts and are not taken, the names are")
    func uneven() throws {
        let header = "task_code,task_name,task_type,material_names,material_form,material_copies,material_necessity"
        let reading = try Self.read("\(header)\nFZ-001,放飞,01,申请书；照片,纸质,1；两份,必要；非必要\n")
        #expect(reading.faults == [])
        let content = try #require(reading.rows.first).listing.content
        #expect(content.materials?.map(\.name) == ["申请书", "照片"])
        #expect(content.materials?.map(\.necessity) == [.required, .optional])
        #expect(content.materials?.map(\.form) == [.either, .either])
        #expect(content.materials?.map(\.copies) == [1, 0])
        let doubts = reading.doubts.filter { $0.column.hasPrefix("material") }
        #expect(
            doubts.map(\.found).sorted() == ["1 行；没有采用", "两份"],
            "one column has one line for two materials, another says no number"
        )
    }

    @Test(
        "what a list leaves out of a material stays as it is known, blank forms too; a condition goes with its necessity"
    )
    func merged() {
        var details = ListedDetails()
        var proof = ListedMaterial("场地证明")
        proof.necessity = .required
        proof.copies = 3
        details.materialRows = [proof, ListedMaterial("照片")]
        var content = ItemContent(code: "FZ-001", name: "放飞", category: .license)
        content.materials = [Self.proof]
        details.state(in: &content)
        var expected = Material(
            name: "场地证明",
            form: .paper,
            originals: 1,
            copies: 3,
            source: .authority,
            sample: "见风筝局网站",
            note: "加盖公章"
        )
        for fact in Material.Fact.allCases {
            expected[keyPath: fact.place] = Self.proof[keyPath: fact.place]
        }
        #expect(content.materials == [expected, Material(name: "照片")])
    }
}
