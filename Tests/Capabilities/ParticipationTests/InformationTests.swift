import Casework
import Database
import Directory
import Documents
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing
import TimeLimits

@testable import Participation

@Suite("Requests for information")
struct InformationTests {
    @Test(
        "what is consulted about does not count, and an extension adds twenty working days",
        arguments: [
            // Received on Tuesday, 10 February 2026: twenty working days end on 16 March, over the Spring Festival.
            (asked: nil, answered: nil, extended: false, due: "2026-03-16"),
            (asked: nil, answered: nil, extended: true, due: "2026-04-14"),
            // Asked on 2 March, answered on 9 March: five working days.
            (asked: "2026-03-02", answered: "2026-03-09", extended: false, due: "2026-03-23"),
            // No answer: fifteen working days at most, and a late one adds nothing.
            (asked: "2026-03-02", answered: nil, extended: false, due: "2026-04-07"),
            (asked: "2026-03-02", answered: "2026-05-06", extended: false, due: "2026-04-07"),
            // Asked when the period had run out.
            (asked: "2026-03-17", answered: "2026-03-20", extended: false, due: "2026-03-16"),
        ] as [(asked: Day?, answered: Day?, extended: Bool, due: Day)]
    )
    func periods(asked: Day?, answered: Day?, extended: Bool, due: Day) throws {
        let calendar = try NationalCalendar.load()
        let limits = try ParticipationClocks.shipped().information
        var clock = InformationClock(from: "2026-02-10", reply: limits.reply)
        if let asked {
            clock.begin(.init(from: asked, until: try limits.consultation.day(from: asked, in: calendar)))
            if let answered { clock.endConsultation(on: answered) }
        }
        if extended { clock.extend(by: limits.extended) }
        #expect(try clock.due(in: calendar) == due)
    }

    @Test("asked, corrected, answered; the period begins anew with the correction", arguments: StorageEngine.allCases)
    func correction(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let id = try await office.request().request
        let filed = try await office.information(id).state
        #expect(filed.opening?.number == "511602-20260302-G0001")
        #expect(filed.opening?.correctionBy == "2026-03-11")
        #expect(filed.due == "2026-03-30")
        try await office.act(id) {
            AskInformationCorrection(request: id, seen: $0, points: "请说明所需信息的年度和名称。", office.clocks)
        }
        #expect(try await office.information(id).state.correction?.until == "2026-03-23")
        await #expect(throws: ParticipationError.information(.correctionRuns(until: "2026-03-23"))) {
            try await office.act(id) { AbandonInformationRequest(request: id, seen: $0) }
        }
        office.house.clock.set("2026-03-09")
        let correction = CorrectInformationRequest(request: id, text: "二〇二五年度的幼儿园年检结果。", office.clocks)
        try await office.house.submit(correction, by: PostOffice.visitor)
        #expect(try await office.information(id).state.due == "2026-04-07")
        await #expect(throws: ParticipationError.information(.correctionAskedAlready)) {
            try await office.act(id) {
                AskInformationCorrection(request: id, seen: $0, points: "还请说明用途是什么。", office.clocks)
            }
        }
        await #expect(throws: ParticipationError.information(.groundMissing)) {
            try await office.reply(id, .partlyDisclosed, nil)
        }
        try await office.reply(id, .partlyDisclosed, .thirdParty)
        let state = try await office.information(id).state
        #expect(state.reply?.documentNumber == "依申请公开〔2026〕1号")
        #expect(state.late == nil)
        let document = try #require(state.replyDocument(isDemonstration: true))
        #expect(document.metadataTitle == "政府信息公开申请答复书", "no name in the file's metadata")
        #expect(document.blocks.contains(.paragraph(InformationReplyKind.refused.remedy)), "review comes first")
        let rebuilt = try await office.house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test("what is missing is asked within seven working days or not at all")
    func lateCorrection() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.request().request
        office.house.clock.set("2026-03-12")
        await #expect(throws: ParticipationError.information(.correctionTooLate(by: "2026-03-11"))) {
            try await office.act(id) {
                AskInformationCorrection(request: id, seen: $0, points: "请说明所需信息的年度和名称。", office.clocks)
            }
        }
    }

    @Test("who asked for a longer period does not grant it, and nobody does once the period is over")
    func extending() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.request().request
        try await office.act(id) { ProposeInformationExtension(request: id, seen: $0, reason: "需要检索十年的档案") }
        await #expect(throws: ParticipationError.information(.ownProposal)) {
            try await office.act(id) { ExtendInformationReply(request: id, seen: $0, office.clocks) }
        }
        let head = try office.house.officer(.approve)
        try await office.act(id, by: head) { ExtendInformationReply(request: id, seen: $0, office.clocks) }
        #expect(try await office.information(id).state.due == "2026-04-28")
        let other = try await office.request().request
        office.house.clock.set("2026-03-31")
        await #expect(throws: ParticipationError.information(.extensionTooLate(due: "2026-03-30"))) {
            try await office.act(other) { ProposeInformationExtension(request: other, seen: $0, reason: "还没有查到档案") }
        }
    }

    @Test("while an opinion is awaited nothing is answered; silence is recorded only after fifteen working days")
    func consultation() async throws {
        let office = try await PostOffice(on: .sqlite)
        let id = try await office.request().request
        try await office.act(id) {
            ConsultOnInformation(request: id, seen: $0, isThirdParty: true, consulted: "赵小明", office.clocks)
        }
        #expect(try await office.information(id).state.due == "2026-04-21")
        await #expect(throws: ParticipationError.information(.opinionAwaited)) {
            try await office.reply(id, .disclosed, nil)
        }
        await #expect(throws: ParticipationError.information(.consultationRuns(until: "2026-03-23"))) {
            try await office.act(id) {
                RecordInformationOpinion(request: id, seen: $0, opinion: .silent, note: "没有收到意见")
            }
        }
        office.house.clock.set("2026-03-05")
        try await office.act(id) {
            RecordInformationOpinion(request: id, seen: $0, opinion: .objects, note: "涉及商业秘密，不同意公开")
        }
        #expect(try await office.information(id).state.due == "2026-04-02")
        try await office.reply(id, .refused, .thirdParty)
    }

    @Test("the first day after the period finds it late, once; a late reply does not undo it")
    func lateness() async throws {
        let office = try await PostOffice(on: .sqlite)
        let (id, other) = (try await office.request().request, try await office.request().request)
        let timers = InformationTimers(office.house.log)
        office.house.clock.set("2026-03-30")
        try await timers.fire(TestHouse.realm, now: office.house.clock.now)
        #expect(try await office.information(id).state.late == nil)
        office.house.clock.set("2026-03-31")
        try await office.reply(other, .absent, nil)
        #expect(try await office.information(other).state.late?.due == "2026-03-30", "found before the late reply")
        for _ in 1...2 { try await timers.fire(TestHouse.realm, now: office.house.clock.now) }
        let events = try await office.house.log.read(TestHouse.realm) {
            try $0.events(of: InformationRequest.stream(id.text)).map(\.envelope.type)
        }
        #expect(events == ["Information.Requested", "Information.FoundLate"])
        let found = try await office.house.log.read(TestHouse.realm) {
            try $0.requestsFoundLate(below: "511602", limit: 9)
        }
        #expect(Set(found.map(\.id)) == [id, other])
    }

    @Test("the figures of a year add up and carry over", arguments: StorageEngine.allCases)
    func figures(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let ids = [
            try await office.request().request, try await office.request().request, try await office.request().request,
        ]
        try await office.reply(ids[0], .refused, .stateSecret)
        try await office.house.submit(WithdrawInformationRequest(request: ids[1]), by: PostOffice.visitor)
        let agency = office.house.agency.text
        let figures = try await office.house.log.read(TestHouse.realm) { try $0.annualInformation(2026, of: agency) }
        let totals = Dictionary(uniqueKeysWithValues: figures.lines.map { ($0.name, $0.total) })
        #expect(totals["一、本年新收政府信息公开申请数量"] == 3)
        #expect(totals["三、本年度办理结果"] == 2)
        #expect(totals["（三）不予公开"] == 1)
        #expect(totals["属于国家秘密"] == 1)
        #expect(totals["（六）其他处理：申请人撤回"] == 1)
        #expect(totals["四、结转下年度继续办理"] == 1)
        let next = try await office.house.log.read(TestHouse.realm) { try $0.annualInformation(2027, of: nil) }
        #expect(next.lines[0].total == 0)
        #expect(next.lines[1].total == 1, "carried over")
    }

    @Test(
        "the report on a year is published by its agency once the year is over, counted, and published again with a reason",
        arguments: StorageEngine.allCases
    )
    func annualReport(on engine: StorageEngine) async throws {
        let office = try await PostOffice(on: engine)
        let (house, officer) = (office.house, try office.house.officer(.handle))
        let agency = house.agency.text
        let id = try await office.request().request
        _ = try await office.request()
        try await office.reply(id, .refused, .stateSecret)
        let remedies = DisclosureRemedies(
            reviews: RemedyFigures(upheld: 1, corrected: 0, other: 0, pending: 0),
            suits: .none,
            suitsAfterReview: .none
        )
        func publish(_ year: Int, seen: Int = 0, _ remedies: DisclosureRemedies, correction: String = "") async throws {
            let command = PublishInformationReport(
                year: year,
                seen: seen,
                remedies: remedies,
                problems: "答复不够及时，已经改进，联系电话13900000000。",
                correction: correction
            )
            try await house.submit(command, by: officer)
        }
        func reports(_ year: Int, below division: String = "") async throws -> [PublicInformationReport] {
            try await house.log.read(TestHouse.realm) { try $0.informationReports(year, below: division).map(\.report) }
        }
        for year in [2026, 1_999] {
            await #expect(throws: ParticipationError.information(.yearNotReportable(year))) {
                try await publish(year, remedies)
            }
        }
        house.clock.set("2027-01-29")
        let wrong = DisclosureRemedies(
            reviews: RemedyFigures(upheld: -1, corrected: 0, other: 0, pending: 0),
            suits: .none,
            suitsAfterReview: .none
        )
        await #expect(throws: ParticipationError.information(.figureOutOfRange(greatest: 100_000))) {
            try await publish(2026, wrong)
        }
        try await publish(2026, remedies)
        let report = try #require(try await reports(2026, below: "511602").first)
        #expect(report.agency == agency && report.publishedOn == "2027-01-29")
        #expect(report.publishedOn <= InformationReport.dueDay(2026))
        #expect(report.lines.first?.counts.reduce(0, +) == 2)
        #expect(report.lines.last?.counts.reduce(0, +) == 1, "one goes on in the next year")
        #expect(report.problems == "答复不够及时，已经改进，联系电话139****0000。")
        #expect(report.correction == nil)
        #expect(try await reports(2026, below: "511603").isEmpty)
        await #expect(throws: ParticipationError.text(.correction, expected: 5...1_000, found: 0)) {
            try await publish(2026, seen: 1, remedies)
        }
        await #expect(throws: EventLogError.self) { try await publish(2026, remedies) }
        try await publish(2026, seen: 1, remedies + remedies, correction: "复议件数有误")
        #expect(try await reports(2026).map(\.remedies.reviews.upheld) == [2])
        let rebuilt = try await house.log.rebuild(TestHouse.realm, keeping: false)
        #expect(rebuilt.filter { !$0.isEqual }.isEmpty, "rows are what the events say")
    }

    @Test(
        "who asks is held to a name, a number of their own and an address for paper",
        arguments: [
            (.person, "11010519491231002X", DeliveryForm.online, "", nil),
            (.person, "110105194912310021", .online, "", "identity"),
            (.company, "11010519491231002X", .online, "", "identity"),
            (.company, "91350100M000100Y43", .online, "", nil),
            (.person, "11010519491231002X", .paper, "无", "address"),
        ] as [(ApplicantKind, String, DeliveryForm, String, String?)]
    )
    func applicants(
        kind: ApplicantKind,
        identity: String,
        form: DeliveryForm,
        address: String,
        fault: String?
    ) throws {
        let content = InformationContent(
            name: "赵小明",
            identity: identity,
            mobile: "13800000000",
            address: address,
            description: "二〇二五年度的幼儿园年检结果",
            form: form
        )
        let command = RequestInformation(
            to: Agency.ID("1A1"),
            by: kind,
            content,
            queryDigest: "",
            try ParticipationClocks.shipped()
        )
        do throws(ParticipationError) {
            _ = try command.checked()
            #expect(fault == nil)
        } catch {
            switch error {
            case .information(.applicant): #expect(fault == "identity")
            case .text(.address, _, _): #expect(fault == "address")
            default: Issue.record(error)
            }
        }
    }
}

extension PostOffice {
    func request() async throws -> RequestInformation.Answer {
        let content = InformationContent(
            name: "赵小明",
            identity: "11010519491231002X",
            mobile: "13800000000",
            address: "",
            description: "二〇二五年度的幼儿园年检结果",
            form: .online
        )
        let command = RequestInformation(to: house.agency, by: .person, content, queryDigest: "digest", clocks)
        return try await house.submit(command, by: PostOffice.visitor)
    }

    func information(_ id: InformationRequest.ID) async throws -> Versioned<InformationRequest> {
        try await house.log.read(TestHouse.realm) { try $0.state(InformationRequest.self, id.text) }
    }

    /// Lets an officer do something with the request as it is now.
    func act<C: Command>(_ id: InformationRequest.ID, by officer: Actor? = nil, _ command: (Int) -> C) async throws {
        let seen = try await information(id).version
        let officer = try officer ?? house.officer(.handle)
        try await house.submit(command(seen), by: officer)
    }

    func reply(_ id: InformationRequest.ID, _ kind: InformationReplyKind, _ ground: WithholdingGround?) async throws {
        try await act(id) {
            ReplyToInformationRequest(request: id, seen: $0, kind: kind, ground: ground, text: "经检索，答复如下：见附件所列。")
        }
    }
}
