import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Certified after training and exam")
struct QualificationTests {
    private static func officer(_ exams: [Exam], trained: [(Day, Int)] = []) -> Officer {
        var officer = Officer(id: "O1", name: "李明", agency: Timeline("A1", from: "2020-01-01"), certificates: [])
        officer.exams = exams
        officer.trainings = trained.map { day, hours in
            Training(session: "\(day)", title: "培训", subject: .publicLaw, heldOn: day, hours: hours)
        }
        return officer
    }

    @Test("an exam counts from its day for five years, if it was passed")
    func exams() {
        let both = [
            Exam(session: "1", subject: .publicLaw, heldOn: "2021-03-01", score: 60),
            Exam(session: "2", subject: .professionalLaw, heldOn: "2021-03-01", score: 59),
            Exam(session: "3", subject: .professionalLaw, heldOn: "2021-09-01", score: 75),
        ]
        for (day, gaps) in [
            ("2021-02-28", [.examMissing(.publicLaw), .examMissing(.professionalLaw)]),
            ("2021-03-01", [.examMissing(.professionalLaw)]),
            ("2021-09-01", []),
            ("2026-03-01", []),
            ("2026-03-02", [.examExpired(.publicLaw, on: "2026-03-01")]),
        ] as [(Day, [QualificationGap])] {
            #expect(Self.officer(both).examGaps(on: day, .standard) == gaps, "\(day)")
        }
    }

    @Test("penalties are reviewed by the qualified, and by who reviewed before the law asked for it (行政处罚法 §58.2)")
    func reviewers() {
        var officer = Self.officer([])
        #expect(!officer.mayReviewPenalties(on: "2026-03-01"))
        officer.legalQualification = LegalQualification(number: "A1", from: "2026-03-02")
        #expect(!officer.mayReviewPenalties(on: "2026-03-01"))
        #expect(officer.mayReviewPenalties(on: "2026-03-02"))
        officer.legalQualification = nil
        officer.formerReview = FormerReview(since: "2019-05-06", proof: "演示法审〔2019〕3号")
        #expect(officer.mayReviewPenalties(on: "2026-03-01"))
    }

    @Test("hours count for twelve months")
    func hours() {
        let officer = Self.officer([], trained: [("2025-03-01", 40), ("2025-09-01", 30)])
        for (day, hours) in [("2025-08-31", 40), ("2025-09-01", 70), ("2026-02-28", 70), ("2026-03-01", 30)]
            as [(Day, Int)]
        {
            #expect(officer.trainedHours(upTo: day) == hours, "\(day)")
        }
    }

    @Test("nobody untrained, unexamined or not in post is certified", arguments: StorageEngine.allCases)
    func certification(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let officer = directory.officer
        let issue = IssueCertificate(DirectoryStorageTests.terms, to: officer)
        await #expect(
            throws: DirectoryError.notQualified([
                .examMissing(.publicLaw), .examMissing(.professionalLaw), .hoursMissing(found: 0, required: 60),
            ])
        ) { _ = try await directory.submit(issue, "1") }
        try await directory.qualify(officer)
        let borrowed = Officer.Details(position: "科员", engagement: .borrowed)
        _ = try await directory.submit(DescribeOfficer(officer, as: borrowed), "d1")
        await #expect(throws: DirectoryError.notInPostStaff(.borrowed)) {
            _ = try await directory.submit(issue, "2")
        }
        _ = try await directory.submit(DescribeOfficer(officer, as: Officer.Details(position: "科员")), "d2")
        #expect(try await directory.submit(issue, "3") == 1)
    }

    @Test("the rules of a province replace the standard ones, with a reason", arguments: StorageEngine.allCases)
    func rules(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let rules = DirectoryRules(exams: [], trainingHours: 0)
        #expect(try await directory.submit(SetDirectoryRules(rules, reason: "本省规定"), "r") == 1)
        _ = try await directory.submit(IssueCertificate(DirectoryStorageTests.terms, to: directory.officer), "i")
        await #expect(throws: DirectoryError.rulesOutOfRange) {
            _ = try await directory.submit(SetDirectoryRules(DirectoryRules(examMonths: 0), reason: "x"), "x")
        }
    }

    @Test("who fails the annual review is suspended, who passes is not", arguments: StorageEngine.allCases)
    func review(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, realm, number) = (directory.officer, DirectoryLog.realm, DirectoryStorageTests.terms.number)
        try await directory.qualify(officer)
        _ = try await directory.submit(IssueCertificate(DirectoryStorageTests.terms, to: officer), "i")
        func review(_ year: Int, _ isPassed: Bool, _ day: Day) -> ReviewCertificate {
            ReviewCertificate(number, of: officer, year: year, isPassed: isPassed, on: day, remark: "年度审验")
        }
        #expect(try await directory.submit(review(2025, true, "2026-03-01"), "r1") == 2)
        await #expect(throws: DirectoryError.reviewedAlready(year: 2025)) {
            _ = try await directory.submit(review(2025, true, "2026-03-02"), "r2")
        }
        #expect(try await directory.submit(review(2026, false, "2026-05-01"), "r3") == 4)
        let valid = try await directory.read { try $0.validCertificates(of: officer, in: realm, on: "2026-05-01") }
        #expect(valid.isEmpty)
        for report in try await directory.log.rebuild(realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test("a certificate is renewed only while it is valid, trained for anew", arguments: StorageEngine.allCases)
    func renewal(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, realm, number) = (directory.officer, DirectoryLog.realm, DirectoryStorageTests.terms.number)
        try await directory.qualify(officer)
        _ = try await directory.submit(IssueCertificate(DirectoryStorageTests.terms, to: officer), "i")
        let late = RenewCertificate(number, of: officer, from: "2027-02-01", to: "2028-12-31")
        await #expect(throws: DirectoryError.certificateStanding(number, found: .expired(on: "2026-12-31"))) {
            _ = try await directory.submit(late, "late")
        }
        let renew = RenewCertificate(number, of: officer, from: "2026-12-20", to: "2028-12-31")
        #expect(try await directory.submit(renew, "renew") == 2)
        let rows = try await directory.read { try $0.validCertificates(of: officer, in: realm, on: "2028-12-31") }
        #expect(rows.map(\.terms.validTo) == ["2028-12-31"])
        let untrained = RenewCertificate(number, of: officer, from: "2028-12-01", to: "2030-12-31")
        await #expect(throws: DirectoryError.notQualified([.hoursMissing(found: 0, required: 60)])) {
            _ = try await directory.submit(untrained, "untrained")
        }
    }
}
