import Access
import Catalog
import Directory
import Discretion
import EventLog
import Kernel
import Processes

/// Founds the demonstration division: agencies, posts, officers, processes and the catalog.
struct Founding {
    let log: EventLog
    let realm: Realm
    let chance: SeededRandomness
    /// The day everything begins; the log's clock shows it.
    let day: Day

    private static let founder = Actor.system("demonstration")

    /// Returns the officers, once the agencies have them.
    func staff() async throws -> Staff {
        var agencies: [String: Agency.ID] = [:]
        for profile in try DemonstrationAgencies().profiles {
            agencies[profile.name] = try await submit(
                RegisterAgency(registered(profile), from: day),
                "agency \(profile.name)"
            )
        }
        var posts: [String: Directory.Post.ID] = [:]
        var members: [Staff.Member] = []
        for (index, seat) in StaffPlan.seats.enumerated() {
            guard let agency = agencies[seat.agency] else { throw DemonstrationFault.noAgency(seat.agency) }
            let place = "\(seat.agency) \(seat.post)"
            let post: Directory.Post.ID
            if let known = posts[place] {
                post = known
            } else {
                let command = CreatePost(seat.post, for: seat.responsibility, in: agency, from: day)
                post = try await submit(command, "post \(place)")
                posts[place] = post
            }
            members.append(try await appoint(seat, to: post, of: agency, number: index + 1))
        }
        return Staff(members: members, agencies: agencies)
    }

    /// Publishes the processes and the catalog; returns the items under which cases can begin.
    func catalog(_ staff: Staff) async throws -> [DemonstrationItem] {
        for template in [ProcessTemplate.licensingGeneral, .licensingPrompt, .penaltyHearing] {
            let command = PublishProcess(
                definition: try template.definition(),
                promised: template == .licensingPrompt ? .workingDays(15) : template.statutory,
                statutory: template.statutory
            )
            _ = try await submit(command, "process \(template.rawValue)")
        }
        guard let drafter = staff.actor(named: "mulu"), let confirmer = staff.actor(named: "fazhi"),
            let publisher = staff.actor(named: "gongbu")
        else { throw DemonstrationFault.noAgency(StaffPlan.government) }
        let items = try await DemonstrationCatalog.load(
            into: log,
            realm: realm,
            officers: .init(drafter: drafter, confirmer: confirmer, publisher: publisher),
            inForceFrom: day,
            agencies: staff.agencies.mapValues(\.text)
        )
        for (code, benchmark) in try DemonstrationBenchmarks.shipped().sorted(by: { $0.key < $1.key }) {
            guard let item = try await log.read(realm, { try $0.powerItem(code: code)?.id }) else {
                throw DemonstrationFault.noItem
            }
            try await DemonstrationBenchmarks.publish(
                benchmark,
                of: item.text,
                into: log,
                realm,
                officers: (drafter, confirmer, publisher),
                from: day
            )
        }
        try await charters(staff, items)
        try await enforcers(by: confirmer)
        try await lists(staff, drafter: drafter, confirmer: confirmer)
        return try await items.asyncCompactMap { id in
            try await log.read(realm) { reading in
                try reading.powerItem(id)?.state.version(on: day).flatMap { DemonstrationItem(id, $0.content) }
            }
        }
    }

    private func appoint(
        _ seat: StaffPlan.Seat,
        to post: Directory.Post.ID,
        of agency: Agency.ID,
        number: Int
    ) async throws -> Staff.Member {
        let name = "\(SyntheticNames.person(chance))（演示）"
        let key = seat.signInName.text
        let details = Officer.Details(position: seat.responsibility == .approve ? "负责人" : "工作人员")
        let officer = try await submit(RegisterOfficer(name, of: agency, from: day, as: details), "officer \(key)")
        _ = try await submit(AppointOfficer(officer, to: post, from: day), "appoint \(key)")
        let terms = Certificate.Terms(
            number: Certificate.Number("演示" + number.padded(to: 8)),
            kind: seat.responsibility.certificateKind,
            scope: EnforcementCategory.allCases,
            area: DemonstrationAgencies.division,
            issuer: "演示区人民政府",
            validFrom: day,
            validTo: day.adding(months: 60)
        )
        for training in RecordTraining.qualifying([officer], on: day) {
            _ = try await submit(training, "training \(training.subject.rawValue) \(key)")
        }
        _ = try await submit(IssueCertificate(terms, to: officer), "certificate \(key)")
        if seat.responsibility == .legalReview {
            let qualification = RecordLegalQualification(officer, number: "演示A\(number.padded(to: 8))", from: day)
            _ = try await submit(qualification, "legal qualification \(key)")
        }
        let actor = Actor(kind: .officer, id: officer.text, post: post.text, agency: agency.text)
        return Staff.Member(seat: seat, officer: officer, name: name, actor: actor)
    }

    func submit<C: Command>(_ command: C, _ key: String) async throws -> C.Answer {
        let act = Act(realm: realm, actor: Founding.founder, key: "demonstration \(key)")
        return try await log.submit(command, as: act).answer
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncCompactMap<Value>(_ transform: (Element) async throws -> Value?) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self {
            if let value = try await transform(element) { values.append(value) }
        }
        return values
    }
}
