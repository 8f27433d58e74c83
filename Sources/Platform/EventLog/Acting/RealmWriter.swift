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

/// Group commit: whoever arrives while a batch is being decided is in the next one, which is decided while this one is
/// flushed; whoever is flushed together is answered together.
///
/// There is no background task: the first in line leads. It writes the batch that begins with its own command, hands
/// the lead on as soon as the next batch can see what this one wrote, and answers its batch once that is durable.
actor RealmWriter {
    private enum Turn {
        case answered(CommandVerdict)
        case lead
    }

    private struct Waiting {
        let command: PendingCommand
        let continuation: CheckedContinuation<Turn, Never>?
    }

    private let batches: BatchRun
    private let settings: EventLogSettings
    private let commits: CommitSignal
    private let realm: Realm
    private var queue: [Waiting] = []
    private var hasLeader = false
    /// How many commands the batch before had: so many callers may come back with their next one.
    private var lastBatch = 1

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        settings = log.settings
        commits = log.commits
        batches = BatchRun(realm: realm, log: log)
    }

    func submit(_ command: PendingCommand) async throws -> CommandOutcome {
        guard hasLeader else {
            hasLeader = true
            queue.append(Waiting(command: command, continuation: nil))
            return try await lead().get()
        }
        let turn = await withCheckedContinuation { continuation in
            queue.append(Waiting(command: command, continuation: continuation))
        }
        switch turn {
        case .answered(let verdict): return try verdict.get()
        case .lead: return try await lead().get()
        }
    }

    /// Writes the batch that begins with the leader's own command and returns its verdict.
    private func lead() async -> CommandVerdict {
        await letOthersIn()
        let batch = Array(queue.prefix(settings.greatestBatch))
        queue.removeFirst(batch.count)
        lastBatch = batch.count
        let written = await batches.write(batch.map(\.command))
        passLead()
        let verdicts = await batches.flush(written, of: batch.count)
        commits.announce(realm)
        for (waiting, verdict) in zip(batch, verdicts).dropFirst() {
            waiting.continuation?.resume(returning: .answered(verdict))
        }
        return verdicts[0]
    }

    /// Steps back for those who were answered together and are about to ask again.
    ///
    /// Without it the first of them would be written alone. Each turn goes behind whoever is ready to run; a caller who
    /// is alone waits for nobody.
    private func letOthersIn() async {
        var turns = 0
        while turns < 4, queue.count < min(lastBatch, settings.greatestBatch) {
            await Task.yield()
            turns += 1
        }
    }

    /// The next in line leads, with its command still in the queue.
    private func passLead() {
        guard let next = queue.first else {
            hasLeader = false
            return
        }
        next.continuation?.resume(returning: .lead)
    }
}
