import Access
import Directory
import EventLog
import Kernel
import WebServer

/// Whether a bulk run is about people, their certificates or posts.
enum BulkSubject: String, Sendable, CaseIterable {
    case officers, certificates, posts

    var chinese: String {
        switch self {
        case .officers: "人员"
        case .certificates: "证件"
        case .posts: "岗位"
        }
    }

    var rule: AccessRule {
        switch self {
        case .officers: AdministrationAccess.keepingOfficers
        case .certificates: AdministrationAccess.keepingCertificates
        case .posts: AdministrationAccess.keeping
        }
    }
}

/// What the page offers to do to all that were ticked.
enum BulkChoice: String, Sendable, CaseIterable {
    case transfer, rotate, appoint, relieve
    case review, renew, suspend, restore
    case limitStay, abolish

    var subject: BulkSubject {
        switch self {
        case .transfer, .rotate, .appoint, .relieve: .officers
        case .review, .renew, .suspend, .restore: .certificates
        case .limitStay, .abolish: .posts
        }
    }

    /// Returns what the answers ask for.
    ///
    /// - Throws: `ChangeFault` for an answer that is missing or names nothing.
    func act(_ answers: ChangeAnswers, _ reading: EventReading) throws -> BulkAct {
        switch self {
        case .transfer:
            let code = answers.text("code")
            guard let goal = try reading.reader.agency(code: code, in: reading.realm) else {
                throw ChangeFault("code", code.isEmpty ? "请填写调入机构代码。" : "没有代码为“\(code)”的机构，请核对。")
            }
            return .transfer(to: goal.id)
        case .rotate: return .rotate(to: try post(answers))
        case .appoint: return .appoint(to: try post(answers))
        case .relieve: return .relieve
        case .review: return .review
        case .renew: return .renew(to: try answers.day("to"))
        case .suspend: return .suspend
        case .restore: return .restore
        case .limitStay:
            guard let text = answers.optional("months") else { return .limitStay(nil) }
            guard let months = Int(text), (1...600).contains(months) else {
                throw ChangeFault("months", "最长任职应为1至600个月的整数，实为“\(text)”。")
            }
            return .limitStay(months)
        case .abolish: return .abolish
        }
    }

    private func post(_ answers: ChangeAnswers) throws(ChangeFault) -> Post.ID {
        guard let post = answers.optional("post") else { throw ChangeFault("post", "请先按单位筛选，再选择岗位。") }
        return Post.ID(post)
    }
}

/// What the address asks for: whom to list, and whom of them the user has ticked.
struct BulkQuery: Sendable {
    /// More rows than this are chosen in several runs.
    static let greatest = 1_000

    let subject: BulkSubject
    let filter: OfficerFilter
    let isEveryone: Bool
    let ticked: Set<String>

    /// Reads what was asked.
    ///
    /// - Parameters:
    ///   - values: of the address or the form.
    ///   - division: whose officers.
    ///   - first: about whom, where nothing is said.
    init(_ values: FormValues, _ division: Division.Code, orElse first: BulkSubject) {
        subject = BulkSubject(rawValue: values["of"] ?? "") ?? first
        var filter = OfficerFilter(division)
        filter.agency = BulkQuery.text(values, "agency").map { Agency.ID($0) }
        filter.text = BulkQuery.text(values, "q") ?? ""
        filter.responsibility = Responsibility(rawValue: values["kind"] ?? "")
        if subject == .certificates {
            filter.isSuspended = BulkQuery.text(values, "standing").map { $0 == "suspended" }
            filter.expiresBy = Day((values["by"] ?? "").trimmed)
        }
        self.filter = filter
        isEveryone = values["every"] == "yes"
        ticked = Set(values.all("row"))
    }

    private static func text(_ values: FormValues, _ name: String) -> String? {
        (values[name]?.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What was asked, to travel on with a form.
    var fields: [(String, String)] {
        [
            ("of", subject.rawValue), ("agency", filter.agency?.text ?? ""), ("q", filter.text),
            ("kind", filter.responsibility?.rawValue ?? ""),
            ("standing", filter.isSuspended.map { $0 ? "suspended" : "valid" } ?? ""),
            ("by", filter.expiresBy.map { "\($0)" } ?? ""),
        ].filter { !$0.1.isEmpty }
    }
}

/// One row that can be ticked.
struct BulkCandidate: Sendable {
    enum Thing: Sendable {
        case officer(OfficerRow)
        case certificate(HeldCertificate)
        case post(PostRow)
    }

    let thing: Thing
    let agency: AgencyRow

    /// What its box sends.
    var value: String {
        switch thing {
        case .officer(let officer): officer.id.text
        case .certificate(let held): held.number.text
        case .post(let post): post.id.text
        }
    }

    /// Of two certificates of one holder, each with its number.
    var name: String {
        switch thing {
        case .officer(let officer): officer.name
        case .certificate(let held): "\(held.officer.name)（\(held.number)）"
        case .post(let post): post.name
        }
    }

    /// What stands beside its box.
    var label: String {
        switch thing {
        case .officer(let officer): officer.name
        case .certificate(let held): held.officer.name
        case .post(let post): post.name
        }
    }

    var target: BulkRow.Target {
        switch thing {
        case .officer(let officer): .officer(officer.id)
        case .certificate(let held): .certificate(held.number, of: held.officer.id)
        case .post(let post): .post(post.id)
        }
    }
}

extension EventReading {
    /// Returns whom the query lists, as far as `mayKeep` holds for their agency; at most one more than the greatest run.
    func candidates(
        _ query: BulkQuery,
        on day: Day,
        where mayKeep: (AgencyRow) -> Bool
    ) throws -> [BulkCandidate] {
        let agencies = try reader.agencies(of: query.filter.division, in: realm, on: day).filter(mayKeep)
        let byID = Dictionary(agencies.map { ($0.id, $0) }) { first, _ in first }
        let limit = BulkQuery.greatest + 1
        switch query.subject {
        case .officers:
            return try reader.officers(matching: query.filter, in: realm, on: day, limit: limit).compactMap { officer in
                byID[officer.agency].map { BulkCandidate(thing: .officer(officer), agency: $0) }
            }
        case .certificates:
            return try reader.certificates(matching: query.filter, in: realm, on: day, limit: limit).compactMap {
                held in
                byID[held.officer.agency].map { BulkCandidate(thing: .certificate(held), agency: $0) }
            }
        case .posts:
            return try reader.posts(matching: query.filter, in: realm, on: day, limit: limit).compactMap { post in
                byID[post.agency].map { BulkCandidate(thing: .post(post), agency: $0) }
            }
        }
    }
}
