@testable import Casework
import Catalog
import Codes
import DecisionTables
import Directory
import EventLog
import Kernel
import Parties
@testable import RuleTables
import TestHouse
import Testing

@Suite("Tables of an item decide on conditions and materials")
struct ItemTableTests {
    private static let content = {
        var content = ItemContent(code: "1", name: "演示事项", category: .license)
        content.materials = [
            Material(name: "申请书", source: .form), Material(name: "章程", necessity: .optional),
            Material(name: "消防合格证", necessity: .conditional, condition: "面积较大的"),
        ]
        content.form = [
            FormField(key: "area", label: "面积（平方米）", kind: .number),
            FormField(key: "kind", label: "种类", kind: .choice, choices: ["公共场所", "其他"]),
            FormField(key: "since", label: "设立日期", kind: .day, isRequired: false),
            FormField(key: "manager", label: "负责人", kind: .line), FormField(key: "a-b", label: "别的", kind: .number),
        ]
        return content
    }()

    @Test("its facts are the applicant's kind and what the form asks as a choice, a number or a day")
    func facts() {
        let terms = ItemTable.materials.terms(for: Self.content)
        #expect(terms.facts.map(\.name) == ["applicantKind", "area", "kind", "since"])
        #expect(terms.facts[2].allowed == #""公共场所", "其他""#)
        #expect(terms.output.allowed == #""章程", "消防合格证""#, "what the form itself makes is asked of nobody")
    }

    @Test("a table of a file is taken over by the names of its facts, whatever their order; other facts are refused")
    func adopting() throws {
        let terms = ItemTable.eligibility.terms(for: Self.content)
        let table = DecisionTable(
            id: "x",
            name: "别处的表",
            hitPolicy: .unique,
            inputs: [DecisionTable.Input(name: "area", label: "area", type: .number)],
            outputs: [DecisionTable.Output(name: "ok", label: "ok", type: .boolean)],
            rules: [.init(when: [">= 60"], then: ["true"]), .init(when: ["< 60"], then: ["false"])]
        )
        let file = try DMNFile(Array(table.dmn().utf8))
        let adopted = try terms.adopting(file.tables[0])
        #expect(adopted.check().isEmpty && terms.foreign(in: adopted) == nil)
        #expect(adopted.rules.map(\.when) == [["-", ">= 60", "-", "-"], ["-", "< 60", "-", "-"]])
        #expect(throws: RuleTableError.foreignInput("area")) {
            try ItemTable.eligibility.terms(for: ItemContent(code: "2", name: "无表单", category: .license))
                .adopting(file.tables[0])
        }
        #expect(throws: RuleTableError.foreignOutput) {
            try ItemTable.materials.terms(for: Self.content).adopting(file.tables[0])
        }
    }

    @Test("a firm brings its charter: who leaves it out is refused, a citizen is not asked for it")
    func materials() async throws {
        let house = try await TestHouse.open()
        try await house.enact(
            .materials,
            [(Self.firm, #""章程""#, "民办教育促进法第十三条（演示）")]
        )
        _ = try await house.apply()
        let again = EnactItemTable(item: house.license, use: .materials, inForceFrom: house.clock.now.day + 1)
        await #expect(throws: RuleTableError.notDrafted) {
            try await house.submit(again, by: house.officer(.handle))
        }
        let firm = RegisterParty.Applicant.organization(
            name: Self.firmName,
            code: "11511301008778183N",
            representative: nil
        )
        await #expect(throws: CaseworkError.materialMissing(["章程"])) {
            try await house.apply(as: firm, materials: ["申请书"])
        }
        let answer = try await house.apply(as: firm, materials: ["申请书", "章程"])
        let uses = try await house.log.read(TestHouse.realm) { reading in
            try reading.events(of: CaseFile.stream(answer.caseFile.text)).compactMap { $0.envelope.uses["rules"] }
        }
        #expect(uses.first == "materials@item-\(house.license)@1", "the record says by which version it was judged")
    }

    @Test("what the table calls not eligible is not granted; a table of a later day changes nothing for the case")
    func eligibility() async throws {
        let house = try await TestHouse.open()
        try await house.enact(
            .eligibility,
            [
                (Self.firm, "true", "法人可以举办"),
                (Self.citizen, "false", "自然人不能单独举办（演示）"),
            ]
        )
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.untilDecision()
        let refusal = await #expect(throws: CaseworkError.self) { try await licensing.grant() }
        guard case .notEligible(let verdict)? = refusal else {
            Issue.record("expected notEligible, found \(String(describing: refusal))")
            return
        }
        #expect(verdict.ground == "自然人不能单独举办（演示）")
        #expect(verdict.citation == "eligibility@item-\(house.license)@1")
        try await house.enact(.eligibility, [("-", "true", "人人可以举办")], in: 1)
        house.clock.set(house.clock.now.day + 1)
        await #expect(throws: CaseworkError.notEligible(verdict)) { try await licensing.grant() }
    }

    @Test("what is not stated decides nothing, and a table that fits the item no more is not asked")
    func silence() throws {
        let terms = ItemTable.eligibility.terms(for: Self.content)
        let rows = [
            DecisionTable.Rule(when: ["-", ">= 60", "-", "-"], then: ["true"]),
            DecisionTable.Rule(when: ["-", "-", "-", "-"], then: ["false"], note: "面积不足"),
        ]
        let table = DecisionTable(
            id: terms.id,
            name: terms.name,
            hitPolicy: .first,
            inputs: terms.facts,
            outputs: [terms.output],
            rules: rows
        )
        #expect(table.check().isEmpty)
        let rules = try Self.rules(.eligibility, table, Self.content)
        #expect(rules.eligibility(["area": "59.5"], of: .person)?.ground == "面积不足")
        #expect(rules.eligibility(["area": "60"], of: nil)?.isEligible == true)
        #expect(rules.eligibility([:], of: .person) == nil)
        var changed = Self.content
        changed.form?.removeFirst()
        #expect(try Self.rules(.eligibility, table, changed).standing.isEmpty)
    }

    private static let firm = "\"\(Party.Kind.organization.chinese)\""
    private static let citizen = "\"\(Party.Kind.person.chinese)\""
    private static let firmName = "演示教育有限公司"

    /// The rules of an item with one table in force since long.
    private static func rules(
        _ use: ItemTable,
        _ table: DecisionTable,
        _ content: ItemContent
    ) throws -> ItemRules {
        try ItemRules(PowerItem.ID("I1"), content, on: "2026-03-02") { asked in
            asked == use
                ? RuleTable.Version(
                    number: 1,
                    content: table,
                    basis: "演示",
                    inForceFrom: "2026-01-01",
                    inForceUntil: nil
                ) : nil
        } list: { _ in
            OfficialList()
        }
    }
}

extension TestHouse {
    fileprivate func apply(
        as applicant: RegisterParty.Applicant,
        materials: [String]
    ) async throws -> SubmitApplication.Answer {
        let submission = Submission(
            answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
            materials: materials.map { SubmittedMaterial(material: $0, attachments: [], isOnPaper: true) }
        )
        let command = SubmitApplication(
            item: license,
            channel: .online,
            applicant: applicant,
            submission: submission,
            queryDigest: "digest"
        )
        return try await submit(command, by: Actor(kind: .visitor, id: "visitor"))
    }
}

extension LicensingRun {
    fileprivate func untilDecision() async throws {
        try await accept()
        try await complete("examine", "proposed", by: .handle)
        try await complete("review", "agreed", by: .review)
    }

    fileprivate func grant() async throws {
        try await complete("decide", "granted", by: .approve, details: .grant)
    }
}
