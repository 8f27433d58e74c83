import DecisionTables
import Directory
import EventLog
import Kernel
import Processes
import RuleTables

extension CaseRun {
    /// What those in charge discussed counts only when it was chaired by the head and enough of them came (G-COLL).
    ///
    /// Who is recused neither counts nor speaks; how many must come, the table of the division says.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43, 57.2.
    mutating func requireDiscussed(_ papers: [DocumentRecord], at step: Step) throws {
        guard [.discuss, .legalReview].contains(step.kind),
            let paper = papers.first(where: { $0.document == DiscussionRecord.document })
        else { return }
        let record = DiscussionRecord(paper)
        try requireRecusalsRecorded(record)
        if let fault = record.fault(heads: try heads(), at: session.now) { throw CaseworkError.discussion(fault) }
        let answer = try ask(.quorum, ["attendance": .number(FEELNumber(record.attendance) ?? .zero)])
        guard answer.applies else {
            let (present, entitled) = (record.opinions.count, record.entitled.count)
            throw CaseworkError.discussion(.noQuorum(present: present, entitled: entitled, answer))
        }
    }

    /// The names of those who hold, or act in, a post that approves.
    private func heads() throws -> Set<String> {
        let (agency, today) = (Agency.ID(try opening.item.agency), session.today)
        let posts = try session.reader.posts(ofAgency: agency, in: session.realm, on: today)
            .filter { $0.responsibility == .approve }.map(\.id)
        let officers = try session.reader.officers(ofAgency: agency, in: session.realm, on: today)
        let held = try officers.filter { officer in
            try session.reader.posts(of: officer.id, in: session.realm, on: today).contains { posts.contains($0.id) }
        }
        return Set(held.map(\.name))
    }

    private func requireRecusalsRecorded(_ record: DiscussionRecord) throws {
        let opening = try opening
        let officers = try session.reader.officers(
            ofAgency: Agency.ID(opening.item.agency),
            in: session.realm,
            on: session.today
        )
        for officer in officers where record.members.contains(officer.name) && !record.recused.contains(officer.name) {
            switch try recusal(of: officer.id) {
            case .none: continue
            case .undecided: throw CaseworkError.discussion(.recusalUndecided(officer.name))
            case .granted: throw CaseworkError.discussion(.recusalUnrecorded(officer.name))
            }
        }
    }
}
