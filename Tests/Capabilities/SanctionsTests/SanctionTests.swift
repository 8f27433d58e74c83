import Kernel
import Sanctions
import Testing

@Suite("Penalties, as the statute weighs them")
struct SanctionTests {
    @Test(
        "a decision goes no further than its notice (行政处罚法 §44, §45)",
        arguments: [
            ([Sanction(.fine, amount: .yuan(5_000))], nil),
            ([Sanction(.fine, amount: .yuan(3_000))], nil),
            ([Sanction(.fine, amount: .yuan(5_001))], .higher(.fine, told: .yuan(5_000), found: .yuan(5_001))),
            ([Sanction(.warning)], .untold(.warning)),
            (
                [Sanction(.fine, amount: .yuan(3_000)), Sanction(.fine, amount: .yuan(2_500))],
                .higher(.fine, told: .yuan(5_000), found: .yuan(5_500))
            ),
            ([Sanction(.revocationOfPermit, object: "食品经营许可证")], .untold(.revocationOfPermit)),
        ] as [([Sanction], SanctionExcess?)]
    )
    func excess(decided: [Sanction], expected: SanctionExcess?) {
        #expect(decided.excess(over: [Sanction(.fine, amount: .yuan(5_000))]) == expected)
    }

    @Test(
        "a citizen's 200 yuan and an organization's 3,000 end the simple procedure (行政处罚法 §51)",
        arguments: [
            (SanctionedParty.citizen, 200, true), (.citizen, 201, false), (.organization, 3_000, true),
            (.organization, 3_001, false),
        ]
    )
    func simple(party: SanctionedParty, yuan: Int64, isOpen: Bool) {
        let fine = [Sanction(.fine, amount: .yuan(yuan))]
        #expect((SanctionLimits.standard.barToSimple(fine, of: party) == nil) == isOpen)
    }

    @Test("nothing but a warning and a fine is imposed on the spot (行政处罚法 §51)")
    func simpleKinds() {
        let sanctions = [Sanction(.warning), Sanction(.confiscationOfIncome, amount: .yuan(10))]
        #expect(SanctionLimits.standard.barToSimple(sanctions, of: .citizen) == .kind(.confiscationOfIncome))
    }

    @Test(
        "three percent a day, at most the fine (行政处罚法 §72)",
        arguments: [
            ("2026-03-15", 0, 0), ("2026-03-16", 0, 300), ("2026-03-25", 0, 3_000), ("2026-03-25", 4, 1_800),
            ("2026-04-17", 0, 9_900), ("2026-04-18", 0, 10_000), ("2027-03-15", 0, 10_000), ("2026-03-01", 0, 0),
        ] as [(Day, Int, Int64)]
    )
    func surcharge(paid: Day, excluded: Int, yuan: Int64) {
        let found = Surcharge.amount(on: .yuan(10_000), due: "2026-03-15", paid: paid, excluded: excluded)
        #expect(found == .yuan(yuan))
    }

    @Test(
        "two years, five where life, health or finances came to harm (行政处罚法 §36)",
        arguments: [
            (false, "2026-03-02", true), (false, "2026-03-03", false), (true, "2029-03-02", true),
            (true, "2029-03-03", false),
        ] as [(Bool, Day, Bool)]
    )
    func timeBar(isGrave: Bool, found: Day, isOpen: Bool) {
        #expect(TimeBar(endedOn: "2024-03-02", isGrave: isGrave).allows(foundOn: found) == isOpen)
    }

    @Test(
        "a penalty says how much and what",
        arguments: [
            ([], SanctionFault.none), ([Sanction(.fine)], .amountMissing(.fine)),
            ([Sanction(.fine, amount: .zero)], .amountMissing(.fine)),
            ([Sanction(.warning, amount: .yuan(1))], .amountUnexpected(.warning)),
            ([Sanction(.closure)], .objectMissing(.closure)),
        ] as [([Sanction], SanctionFault)]
    )
    func faults(sanctions: [Sanction], expected: SanctionFault) {
        #expect(sanctions.fault == expected)
    }

    @Test("amounts are read in groups of three")
    func words() {
        let sanctions = [Sanction(.warning), Sanction(.fine, amount: Money(fen: 1_234_567_80))]
        #expect(sanctions.chinese == "警告；罚款人民币1,234,567.80元")
    }
}
