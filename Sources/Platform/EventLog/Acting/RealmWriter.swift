import Database
import Kernel
import Synchronization

/// The writers of this node, one a realm.
final class RealmWriters: Sendable {
    private let writers = Mutex<[Realm: RealmWriter]>([:])

    func writer(of realm: Realm, in log: EventLog) -> RealmWriter {
        writers.withLock { writers in
            if let writer = writers[realm] { return writer }
            let writer = RealmWriter(realm: realm, log: log)
            writers[realm] = writer
            return writer
        }
    }
}

/// Group commit: whoever arrives while a batch is being written waits for the next one, and all of it is flushed once.
///
/// There is no background task: the first to arrive leads, writes batches until its own command is answered, and
/// hands the lead to one that waits.
actor RealmWriter {
    private enum Turn {
        case answered(CommandVerdict)
        case lead
    }

    private struct Waiting {
        let command: PendingCommand
        let continuation: CheckedContinuation<Turn, Never>?
        let ticket: Int
    }

    private let batches: BatchRun
    private let settings: EventLogSettings
    private let commits: CommitSignal
    private let realm: Realm
    private var queue: [Waiting] = []
    private var hasLeader = false
    private var nextTicket = 0
    private var leaderVerdicts: [Int: CommandVerdict] = [:]
    /// How many commands the batch before had: so many callers may come back with their next one.
    private var lastBatch = 1

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        settings = log.settings
        commits = log.commits
        batches = BatchRun(realm: realm, log: log)
    }

    func submit(_ command: PendingCommand) async throws -> CommandOutcome {
        nextTicket += 1
        let ticket = nextTicket
        if hasLeader {
            let turn = await withCheckedContinuation { continuation in
                queue.append(Waiting(command: command, continuation: continuation, ticket: ticket))
            }
            switch turn {
            case .answered(let verdict): return try verdict.get()
            case .lead: break
            }
        } else {
            hasLeader = true
            queue.append(Waiting(command: command, continuation: nil, ticket: ticket))
        }
        return try await lead(for: ticket).get()
    }

    /// Writes batches until the leader's own command has its verdict.
    private func lead(for ticket: Int) async -> CommandVerdict {
        while true {
            if let verdict = leaderVerdicts.removeValue(forKey: ticket) {
                passLead()
                return verdict
            }
            await letOthersIn()
            let batch = Array(queue.prefix(settings.greatestBatch))
            queue.removeFirst(batch.count)
            lastBatch = batch.count
            let verdicts = await batches.write(batch.map(\.command))
            commits.announce(realm)
            for (waiting, verdict) in zip(batch, verdicts) {
                if waiting.ticket == ticket || waiting.continuation == nil {
                    leaderVerdicts[waiting.ticket] = verdict
                } else {
                    waiting.continuation?.resume(returning: .answered(verdict))
                }
            }
        }
    }

    /// Steps back for those who were answered together and are about to ask again.
    ///
    /// Without it the first of them would flush alone while all others wait for a second flush. Each turn goes behind
    /// whoever is ready to run; a caller who is alone waits for nobody.
    private func letOthersIn() async {
        var turns = 0
        while turns < 4, queue.count < min(lastBatch, settings.greatestBatch) {
            await Task.yield()
            turns += 1
        }
    }

    /// The next in line leads with its command still in the queue.
    private func passLead() {
        guard let next = queue.first else {
            hasLeader = false
            return
        }
        queue[0] = Waiting(command: next.command, continuation: nil, ticket: next.ticket)
        next.continuation?.resume(returning: .lead)
    }
}
