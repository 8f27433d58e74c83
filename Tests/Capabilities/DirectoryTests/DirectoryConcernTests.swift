import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("What in the directory wants looking after")
struct DirectoryConcernTests {
    @Test("certificates, stays, reviewers and rechecks are warned of in time", arguments: StorageEngine.allCases)
    func concerns(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, post, agency, realm) = (directory.officer, directory.post, directory.agency, DirectoryLog.realm)
        try await directory.qualify(officer)
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-01-01"), "t1")
        _ = try await directory.submit(IssueCertificate(DirectoryStorageTests.terms, to: officer), "i")
        let charter = PostCharter(powers: [], longestStayMonths: 12)
        _ = try await directory.submit(SetPostCharter(charter, of: post, from: "2026-01-01", reason: "轮岗"), "c")
        let legal = CreatePost("法制审核岗", for: .legalReview, in: agency, from: "2026-01-01")
        let legalPost = try await directory.submit(legal, "l")
        _ = try await directory.submit(AppointOfficer(officer, to: legalPost, from: "2026-01-01"), "t2")
        var profile = DirectoryLog.profile
        profile.subject = AgencySubject(announcement: AgencySubject.Announcement(document: "公告1号", on: "2021-11-01"))
        let change = ChangeAgencyProfile(agency, seen: 1, to: profile, from: "2026-01-01", reason: "公告")
        _ = try await directory.submit(change, "profile")

        func kinds(_ day: Day, _ division: Division.Code = "511602") async throws -> [DirectoryConcern.Kind] {
            try await directory.read {
                try $0.directoryConcerns(of: .division(division), in: realm, on: day, under: .standard).map(\.kind)
            }
        }
        #expect(try await kinds("2026-10-31") == [.reviewersMissing])
        #expect(try await kinds("2026-11-01") == [.certificateExpires, .reviewersMissing, .recheckDue])
        #expect(try await kinds("2026-11-02") == [.certificateExpires, .stayEnds, .reviewersMissing, .recheckDue])
        #expect(
            try await kinds("2027-01-02")
                == [.certificateExpired, .stayExceeded, .reviewersMissing, .reviewerUntrained, .recheckDue]
        )
        #expect(try await kinds("2027-01-02", "511603").isEmpty)
        for number in ["A1", "A2"] {
            let colleague = try await directory.submit(
                RegisterOfficer("同事\(number)", of: agency, from: "2025-01-01"),
                number
            )
            _ = try await directory.submit(AppointOfficer(colleague, to: legalPost, from: "2026-01-01"), "t\(number)")
            _ = try await directory.submit(
                RecordLegalQualification(colleague, number: number, from: "2020-01-01"),
                "q\(number)"
            )
        }
        #expect(try await !kinds("2026-10-31").contains(.reviewersMissing))
    }
}
