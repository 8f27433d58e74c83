import Access
import Catalog
import Directory
import Discretion
import EventLog
import Kernel
import Law

extension AlertReading {
    /// Tells who answers for a benchmark that a change of law takes an article from what it rests on.
    ///
    /// Those are the heads and legal reviewers of the item's agency, and the legal office of its division: nothing may be
    /// weighed by that part any more. The benchmark of an abolished item is nobody's to adjust.
    ///
    /// - Source: 国办发〔2022〕27号 part 3(3) (benchmarks are adjusted in time when their basis changes).
    func fallen(by statute: StatuteEvent, _ event: RecordedEvent) throws -> [Told] {
        guard let change = LegalChange(statute, of: event.envelope.stream.key) else { return [] }
        let day = event.envelope.recordedAt.day
        let office = try reading.reader.officersServing(allowed: .confirmItem, in: reading.realm, on: day)
        return try reading.benchmarks(fallingBy: change, on: day).flatMap { fallen -> [Told] in
            let item = try reading.state(PowerItem.self, fallen.item).state
            guard let content = item.content(on: day), !item.isAbolished(by: day) else { return [] }
            let agency = content.agency?.id.map { Agency.ID($0) }
            let division = content.division.flatMap { Division.Code($0) }
            let told =
                try (agency.map { try answering(for: $0, on: day) } ?? [])
                .union(office.filter { member in division.map(member.division.contains) ?? false }.map(\.officer))
            return told.sorted().map { officer in
                Told(
                    recipient: .officer(officer),
                    act: event.envelope.command.correlation,
                    about: Alert.Thing.benchmarkMark + content.code,
                    item: content.name,
                    words: "的依据因\(change.chinese)失效，自\(fallen.fallenFrom.chinese)起应当修订或者停用",
                    at: event.envelope.recordedAt,
                    mail: nil,
                    mobile: nil
                )
            }
        }
    }

    /// Whoever approves for the agency, and whoever reviews legality there.
    private func answering(for agency: Agency.ID, on day: Day) throws -> Set<String> {
        try holders(
            of: reading.reader.posts(ofAgency: agency, in: reading.realm, on: day)
                .filter { $0.responsibility == .approve || $0.responsibility == .legalReview },
            on: day
        )
    }
}
