@testable import EventLog
import Kernel
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("A correction order")
struct CorrectionOrderTests {
    private static func terms(_ kind: OrderKind) throws -> OrderTerms {
        OrderTerms(
            kind: kind,
            matter: .caseFile("01C1"),
            finding: 1,
            complaint: nil,
            caseNumber: "51160220250929000001",
            itemName: "教师资格认定",
            agency: "01A1",
            agencyName: "广安市广安区教育局",
            division: "511602000000",
            issuer: "01A9",
            issuerName: "广安市广安区司法局",
            facts: "超过承诺时限未作决定",
            article: "优化营商环境条例§36",
            demand: "立即作出决定",
            ground: nil,
            follows: nil,
            limits: try OrderLimits.shipped()
        )
    }

    private static func envelope(_ day: Day, _ officer: String = "01O1") -> Envelope {
        Sample.envelope(
            CorrectionOrder.stream("01D1"),
            at: Instant(day, hour: 10),
            by: Actor(kind: .officer, id: officer)
        )
    }

    private static func order(_ kind: OrderKind, issued: Day, received: Day? = nil) throws -> CorrectionOrder {
        var order = CorrectionOrder()
        order.evolve(.drafted(OrderDrafted(terms: try terms(kind))), envelope(issued))
        order.evolve(.issued(OrderIssued(number: "广安司督〔2025〕1号", caseVersion: 4)), envelope(issued, "01O2"))
        if let received {
            let end = try Sample.calendar().end(of: OrderLimits.shipped().reply(to: kind), from: received)
            order.evolve(.received(OrderReceived(on: received, isDeemed: false, replyBy: end)), envelope(received))
        }
        return order
    }

    @Test(
        "five working days for urging, thirty days for advice, opinion and decision, from the day after receipt",
        arguments: [
            // 30 September is day 1; the holiday lasts until 8 October; Saturday the 11th is worked.
            (.urging, "2025-09-29", "2025-10-13"), (.advice, "2025-09-29", "2025-10-29"),
            (.opinion, "2025-10-13", "2025-11-12"), (.decision, "2025-10-13", "2025-11-12"),
        ] as [(OrderKind, Day, Day)]
    )
    func replyBy(kind: OrderKind, received: Day, end: Day) throws {
        let order = try Self.order(kind, issued: received, received: received)
        #expect(order.replyBy == end)
        #expect(try order.nextMoment(in: Sample.calendar()) == Instant(end + 1))
    }

    @Test("who does not acknowledge counts as having received on the third working day; then the time runs out")
    func deemed() throws {
        let calendar = try Sample.calendar()
        var order = try Self.order(.urging, issued: "2025-10-13")
        #expect(try order.nextMoment(in: calendar) == Instant("2025-10-17"))
        #expect(try order.passing(at: Instant("2025-10-16", hour: 23), in: calendar).isEmpty)
        for event in try order.passing(at: Instant("2025-10-27"), in: calendar) {
            order.evolve(event, Self.envelope("2025-10-27"))
        }
        #expect(order.receivedOn == "2025-10-16")
        #expect(order.replyBy == "2025-10-23")
        for event in try order.passing(at: Instant("2025-10-27"), in: calendar) {
            order.evolve(event, Self.envelope("2025-10-27"))
        }
        #expect(order.overdue == [.reply])
        #expect(try order.passing(at: Instant("2025-11-27"), in: calendar).isEmpty)
        #expect(try order.nextMoment(in: calendar) == nil)
    }

    @Test("an upheld objection withdraws the order, another one leaves it running; neither stops the clock")
    func objection() throws {
        let calendar = try Sample.calendar()
        var order = try Self.order(.opinion, issued: "2025-10-13", received: "2025-10-13")
        order.evolve(.objected(OrderObjected(text: "事实有误", answerBy: "2025-11-03")), Self.envelope("2025-10-14"))
        #expect(order.replyBy == "2025-11-12")
        #expect(try order.nextMoment(in: calendar) == Instant("2025-11-04"))
        var kept = order
        kept.evolve(
            .answered(ObjectionAnswered(isUpheld: false, text: "维持", isInTime: true)),
            Self.envelope("2025-10-20")
        )
        #expect(kept.status == .running)
        #expect(try kept.nextMoment(in: calendar) == Instant("2025-11-13"))
        order.evolve(
            .answered(ObjectionAnswered(isUpheld: true, text: "异议成立", isInTime: true)),
            Self.envelope("2025-10-20")
        )
        #expect(order.status == .withdrawn)
        #expect(try order.nextMoment(in: calendar) == nil)
    }

    @Test("without a report nobody is judged before the time is over")
    func concluding() throws {
        var order = try Self.order(.urging, issued: "2025-10-13", received: "2025-10-13")
        #expect(throws: SupervisionError.mayStillCorrect(until: "2025-10-20")) {
            try order.requireConcludable(.notCorrected)
        }
        #expect(throws: SupervisionError.wrongOrderStatus(.running)) { try order.requireConcludable(.corrected) }
        order.evolve(.ranOut(OrderRanOut(clock: .reply, on: "2025-10-20")), Self.envelope("2025-10-21"))
        try order.requireConcludable(.notCorrected)
        order.evolve(
            .replied(OrderReplied(text: "已作出决定", acts: [6], isInTime: false)),
            Self.envelope("2025-10-22")
        )
        try order.requireConcludable(.corrected)
    }

    @Test("every ground belongs to the measure of its article, and every measure has one")
    func grounds() {
        #expect(Set(OrderGround.allCases.map(\.measure)) == Set(OrderMeasure.allCases))
        #expect(OrderGround.allCases.count { $0.measure == .revoke } == 6)
        #expect(OrderGround.allCases.filter { $0.measure == .confirmVoid } == [.noBasis, .noSeal, .notExecutable])
    }
}
