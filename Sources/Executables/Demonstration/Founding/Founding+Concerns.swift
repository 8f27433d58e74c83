import Directory
import EventLog
import Kernel

/// What the directory wants looking after, one example a rule about staff; these people handle no case.
extension Founding {
    /// One whose certificate is over (STF-CERTOVER) and who stays in a post too long (STF-ROTATE), one in either case soon
    /// (STF-CERTSOON, STF-STAYSOON), and a reviewer whom nobody trained (STF-REVTRAIN).
    func concerns(_ staff: Staff, lastDay: Day) async throws {
        guard let agency = staff.agencies["区林业局"] else { throw DemonstrationFault.noAgency("区林业局") }
        let seats = [
            (name: "巡护岗（按季轮换）", number: "演示90000001", through: lastDay - 12, stay: 3),
            (name: "检疫岗（五个月轮换）", number: "演示90000002", through: lastDay + 31, stay: 5),
        ]
        for seat in seats {
            let post = try await post(seat.name, for: .handle, of: agency)
            let officer = try await officer(of: agency, at: post, seat.name)
            let charter = PostCharter(powers: [], duties: "巡查、登记、移交线索", longestStayMonths: seat.stay)
            let set = SetPostCharter(charter, of: post, from: day, reason: "分解执法职权（演示）")
            _ = try await submit(set, "charter \(seat.name)")
            for training in RecordTraining.qualifying([officer], on: day) {
                _ = try await submit(training, "training \(training.subject.rawValue) \(seat.name)")
            }
            let terms = Certificate.Terms(
                number: Certificate.Number(seat.number),
                kind: Responsibility.handle.certificateKind,
                scope: EnforcementCategory.allCases,
                area: DemonstrationAgencies.division,
                issuer: "演示区人民政府",
                validFrom: day,
                validTo: seat.through
            )
            _ = try await submit(IssueCertificate(terms, to: officer), "certificate \(seat.name)")
        }
        let review = try await post("法制审核岗", for: .legalReview, of: agency)
        _ = try await officer(of: agency, at: review, "法制审核岗")
    }

    /// The agency as its list has it; of one the standing was announced five years ago (STF-RECHECK).
    func registered(_ profile: Agency.Profile) -> Agency.Profile {
        guard profile.name == "区公安分局" else { return profile }
        var profile = profile
        let announced = day.adding(months: -DirectoryRules.standard.recheckMonths)
        profile.subject = AgencySubject(announcement: .init(document: "演示区人民政府公告", on: announced))
        return profile
    }

    private func post(
        _ name: String,
        for responsibility: Responsibility,
        of agency: Agency.ID
    ) async throws
        -> Directory.Post.ID
    {
        try await submit(CreatePost(name, for: responsibility, in: agency, from: day), "post 区林业局 \(name)")
    }

    private func officer(of agency: Agency.ID, at post: Directory.Post.ID, _ key: String) async throws -> Officer.ID {
        let name = "\(SyntheticNames.person(chance))（演示）"
        let details = Officer.Details(position: "工作人员")
        let officer = try await submit(RegisterOfficer(name, of: agency, from: day, as: details), "officer \(key)")
        _ = try await submit(AppointOfficer(officer, to: post, from: day), "appoint \(key)")
        return officer
    }
}
