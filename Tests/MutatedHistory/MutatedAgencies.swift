import BlobStore
import Catalog
import Directory
import EventLog
import Kernel
import Participation
import TestHouse

@testable import Supervision

/// Agencies whose staff, lists and letters are in order, some but for one thing, and what the rules find at them.
///
/// Real commands make all of it in a database; the timers of the running system look at it once.
package struct MutatedAgencies: Sendable {
    package struct Report: Sendable {
        package let agencies: Int
        package fileprivate(set) var neglects = 0
        package fileprivate(set) var scores = RuleScores()
    }

    private static let since: Day = "2026-01-05"
    private static let judgedOn: Day = "2026-10-12"
    private static let clerk = Actor(kind: .officer, id: "founder")

    /// The list as it was sealed.
    private static let sealed = Attachment(
        blob: "B1",
        key: "00",
        digest: "00",
        size: 12,
        name: "清单.pdf",
        mediaType: "application/pdf"
    )

    private let agencies: Int
    private let neglects: Int

    /// - Parameters:
    ///   - agencies: how many there are.
    ///   - neglects: how many of them let one thing slide, every kind in turn; no more than there are agencies.
    package init(agencies: Int, neglects: Int) {
        self.agencies = agencies
        self.neglects = min(neglects, agencies)
    }

    /// Makes the agencies and has the timers look at them.
    package func judged() async throws -> Report {
        let house = try await TestHouse.open(
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let list = try OfficialListKind.shipped("recordings")
        var report = Report(agencies: agencies)
        var planted: [(agency: Agency.ID, neglect: PlantedNeglect?)] = []
        for number in 0..<agencies {
            let isChosen = number * neglects / agencies != (number + 1) * neglects / agencies
            let neglect = isChosen ? PlantedNeglect.allCases[report.neglects % PlantedNeglect.allCases.count] : nil
            report.neglects += isChosen ? 1 : 0
            let agency = try await settle(number, AgencyPlan(neglect), list, in: house)
            planted.append((agency, neglect))
        }
        house.clock.set(MutatedAgencies.judgedOn)
        let supervisor = try SupervisionModule.supervisor()
        let terms = UpkeepTerms(lists: [list])
        try await StaffTimers(house.log, supervisor).fire(TestHouse.realm, now: house.clock.now)
        try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
        for (agency, neglect) in planted {
            let found = try await house.log.read(TestHouse.realm) { reading in
                try reading.openFindings(OpenFindings(agency: agency.text), limit: 100).compactMap {
                    RuleCode(rawValue: $0.rule).map { RuleScores.Mark($0) }
                }
            }
            report.scores.take(
                planted: neglect.map { [RuleScores.Mark($0.rule)] } ?? [],
                found: Set(found),
                of: neglect?.rawValue
            )
        }
        return report
    }

    // MARK: One agency

    private func settle(
        _ number: Int,
        _ plan: AgencyPlan,
        _ list: OfficialListKind,
        in house: TestHouse
    ) async throws -> Agency.ID {
        let digits = String(number)
        var profile = Agency.Profile(
            code: "11510000" + String(repeating: "0", count: 10 - digits.count) + digits,
            name: "第\(number)号机关",
            shortName: "机关\(number)",
            division: "511602"
        )
        profile.subject = AgencySubject(
            announcement: AgencySubject.Announcement(document: "公告\(number)号", on: plan.announcedOn)
        )
        let agency = try await submit(RegisterAgency(profile, from: MutatedAgencies.since), in: house)
        let handler = try await handle(number, agency, plan, in: house)
        try await review(number, agency, plan, in: house)
        if plan.publishesList { try await keep(list, agency, isFiled: plan.filesList, in: house) }
        try await receiveLetter(agency, handler, isAnswered: plan.answersLetter, in: house)
        try await receiveComplaint(agency, handler, isPublished: plan.publishesOutcome, in: house)
        return agency
    }

    /// One officer with a certificate, in a post that nobody holds for ever.
    private func handle(
        _ number: Int,
        _ agency: Agency.ID,
        _ plan: AgencyPlan,
        in house: TestHouse
    ) async throws -> Actor {
        let since = MutatedAgencies.since
        let post = try await submit(CreatePost("承办岗", for: .handle, in: agency, from: since), in: house)
        let charter = PostCharter(powers: [], longestStayMonths: plan.longestStayMonths)
        try await submit(SetPostCharter(charter, of: post, from: since, reason: "轮岗"), in: house)
        let officer = try await submit(RegisterOfficer("承办\(number)", of: agency, from: since), in: house)
        try await house.qualify(officer, on: since)
        try await submit(AppointOfficer(officer, to: post, from: since), in: house)
        let terms = Certificate.Terms(
            number: Certificate.Number("2317\(100_000 + number)"),
            kind: .enforcement,
            scope: EnforcementCategory.allCases,
            area: "511602",
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: plan.certificateEnds
        )
        try await submit(IssueCertificate(terms, to: officer), in: house)
        return Actor(kind: .officer, id: officer.text, post: post.text, agency: agency.text)
    }

    /// A legal unit of two.
    private func review(_ number: Int, _ agency: Agency.ID, _ plan: AgencyPlan, in house: TestHouse) async throws {
        let since = MutatedAgencies.since
        let post = try await submit(CreatePost("法制审核岗", for: .legalReview, in: agency, from: since), in: house)
        for place in 0..<2 {
            let officer = try await submit(RegisterOfficer("审核\(number)-\(place)", of: agency, from: since), in: house)
            try await submit(AppointOfficer(officer, to: post, from: since), in: house)
            if place < plan.trainedReviewers { try await house.qualify(officer, on: since) }
            guard place < plan.qualifiedReviewers else { continue }
            let qualification = RecordLegalQualification(officer, number: "A\(number)-\(place)", from: "2020-01-01")
            try await submit(qualification, in: house)
        }
    }

    private func keep(
        _ kind: OfficialListKind,
        _ agency: Agency.ID,
        isFiled: Bool,
        in house: TestHouse
    ) async throws {
        let row = kind.columns.map { $0.choices?.first ?? "100" }
        let report = SubmissionReport(document: "演示〔2026〕1号", head: "李明", signedOn: "2026-03-02")
        var deeds: [(KeepOfficialList.Deed, by: String)] = [
            (.draft([row], reason: "初次编制"), "founder"), (.submit(report), "founder"),
            (.publish(from: "2026-03-02"), "legal"),
        ]
        if isFiled {
            deeds.append((.handIn(note: nil, files: [MutatedAgencies.sealed]), "founder"))
            deeds.append((.receive(comment: nil), "filing"))
        }
        for (deed, id) in deeds {
            try await house.submit(KeepOfficialList(kind, of: agency.text, deed), by: Actor(kind: .officer, id: id))
        }
    }

    private func receiveLetter(
        _ agency: Agency.ID,
        _ handler: Actor,
        isAnswered: Bool,
        in house: TestHouse
    ) async throws {
        let clocks = try ParticipationClocks.shipped()
        let letter = FileLetter(
            .question,
            about: .agency(agency),
            title: "教师资格怎么认定",
            text: "请问非师范专业毕业，怎样申请认定教师资格？",
            writer: nil,
            queryDigest: agency.text,
            clocks
        )
        let filed = try await house.submit(letter, by: Actor(kind: .visitor, id: "hall"))
        guard isAnswered else { return }
        let reply = ReplyToLetter(letter: filed.letter, seen: 1, reply: "可以。请在每年春季向我局提出申请，材料见办事指南。", clocks)
        try await house.submit(reply, by: handler)
    }

    /// A complaint that is upheld, and its outcome published or not.
    private func receiveComplaint(
        _ agency: Agency.ID,
        _ handler: Actor,
        isPublished: Bool,
        in house: TestHouse
    ) async throws {
        let clocks = try ParticipationClocks.shipped()
        let complaint = FileLetter(
            .complaint,
            about: .agency(agency),
            title: "窗口推诿",
            text: "三月一日上午办事，被推诿两次，没有说明理由。",
            writer: nil,
            queryDigest: "complaint \(agency.text)",
            clocks
        )
        let filed = try await house.submit(complaint, by: Actor(kind: .visitor, id: "hall")).letter
        try await house.submit(AcceptLetter(letter: filed, seen: 1), by: handler)
        let reply = ReplyToLetter(
            letter: filed,
            seen: 2,
            reply: "经查，当日窗口确有推诿，已对经办人批评教育。",
            outcome: .upheld,
            measures: "已批评教育并公布岗位职责",
            clocks
        )
        try await house.submit(reply, by: handler)
        guard isPublished else { return }
        try await house.submit(PublishLetter(letter: filed, seen: 4, hidden: []), by: handler)
    }

    @discardableResult
    private func submit<C: Command>(_ command: C, in house: TestHouse) async throws -> C.Answer {
        try await house.submit(command, by: MutatedAgencies.clerk)
    }
}
