import DecisionTables
import Directory
import Kernel
import RuleTables
import Sanctions
import Testing

@Suite("Tables of rules as shipped")
struct ShippedTableTests {
    private func table(_ use: TableUse) throws -> DecisionTable {
        try #require(try ShippedTable.versions(of: use).last).table
    }

    @Test("every shipped table is proved and looks at nothing its use does not know", arguments: TableUse.allCases)
    func proved(_ use: TableUse) throws {
        for version in try ShippedTable.versions(of: use) {
            #expect(version.table.check() == [])
            #expect(use.terms.foreign(in: version.table) == nil)
            #expect(version.table.rules.allSatisfy { $0.note?.isEmpty == false })
        }
    }

    @Test("versions follow each other by day and number", arguments: TableUse.allCases)
    func versions(_ use: TableUse) throws {
        let versions = try ShippedTable.versions(of: use)
        #expect(versions.map(\.number) == Array(1...versions.count))
        #expect(versions.map(\.inForceFrom) == versions.map(\.inForceFrom).sorted())
    }

    @Test(
        "a hearing is offered for large amounts and for what ends a business (行政处罚法 §63)",
        arguments: [
            (Sanction.Kind.fine, "9999.99", SanctionedParty.citizen, false), (.fine, "10000", .citizen, true),
            (.fine, "99999.99", .organization, false), (.fine, "100000", .organization, true),
            (.confiscationOfIncome, "10000", .citizen, true), (.confiscationOfGoods, "99999", .organization, false),
            (.suspensionOfBusiness, "0", .organization, true), (.revocationOfPermit, "0", .organization, true),
            (.downgrading, "0", .organization, true), (.closure, "0", .organization, true), (.ban, "0", .citizen, true),
            (.suspensionOfPermit, "0", .citizen, false), (.warning, "0", .citizen, false),
        ]
    )
    func hearing(_ kind: Sanction.Kind, _ yuan: String, _ party: SanctionedParty, _ isOffered: Bool) throws {
        let decision = try #require(try table(.hearing).read().decision)
        let outcome = decision.decide([
            "sanction": .string(kind.chinese), "party": .string(party.chinese),
            "amount": .number(try #require(FEELNumber(yuan))),
        ])
        #expect(outcome.values == [.boolean(isOffered)])
    }

    @Test(
        "a major decision is reviewed: heard, ending a business, a large amount, public interest (行政处罚法 §58)",
        arguments: [
            (SanctionedParty.citizen, 500, false, false, false, false), (.citizen, 500, true, false, false, true),
            (.citizen, 500, false, true, false, true), (.citizen, 500, false, false, true, true),
            (.citizen, 10_000, false, false, false, true), (.organization, 10_000, false, false, false, false),
            (.organization, 100_000, false, false, false, true),
        ] as [(SanctionedParty, Int64, Bool, Bool, Bool, Bool)]
    )
    func review(_ party: SanctionedParty, _ fine: Int64, heard: Bool, ends: Bool, grave: Bool, isDue: Bool) throws {
        for use in [TableUse.legalReview, .discussion] {
            let outcome = try #require(try table(use).read().decision).decide([
                "party": .string(party.chinese), "fine": .number(fine), "confiscated": .number(0),
                "heard": .boolean(heard), "endsBusiness": .boolean(ends), "grave": .boolean(grave),
            ])
            #expect(outcome.values == [.boolean(isDue)])
        }
    }

    @Test("a table that looks elsewhere or says something else is none of the use")
    func foreign() throws {
        #expect(TableUse.hearing.terms.foreign(in: try table(.legalReview)) == .foreignInput("fine"))
        let shipped = try table(.hearing)
        let other = DecisionTable(
            id: "hearing",
            name: "听证",
            hitPolicy: .collect,
            inputs: shipped.inputs,
            outputs: shipped.outputs,
            rules: shipped.rules
        )
        #expect(TableUse.hearing.terms.foreign(in: other) == .foreignOutput)
    }
}
