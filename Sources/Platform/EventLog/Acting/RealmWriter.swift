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

/// Group commit in three stages: while one batch is flushed, the next is written, and the one after it is decided.
///
/// There is no background task: the first in line leads. It decides the batch that begins with its own command, on what
/// the batch before came to; when that is written, it hands the lead on, writes its own, and answers its callers once
/// that is durable. Whoever comes meanwhile is in the next batch; whoever is flushed together is answered together.
///
/// What was decided on a batch that was then not written as decided is void. It is decided anew in its own transaction,
/// as is a command that comes alone: the way that needs no batch before it.
actor RealmWriter {
    private enum Turn {
        case answered(CommandVerdict)
        case lead
    }

    private struct Waiting {
        let command: PendingCommand
        let continuation: CheckedContinuation<Turn, Never>?
    }

    private let database: any SQLDatabase
    private let batches: BatchRun
    private let settings: EventLogSettings
    private let commits: CommitSignal
    private let realm: Realm
    private var queue: [Waiting] = []
    private var hasLeader = false
    /// The batch that is being written just as it was decided.
    private var underWay: BatchUnderWay?
    private var observer: (any SQLObserver)?
    /// How many commands the batch before had: so many callers may come back with their next one.
    private var lastBatch = 1
    /// How many commands are in batches whose callers are not answered yet.
    private var unanswered = 0
    /// Fewer are not worth a batch of their own.
    private static let leastBatch = 2

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        database = log.database
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

    /// Decides and writes the batch that begins with the leader's own command and returns its verdict.
    private func lead() async -> CommandVerdict {
        await letOthersIn()
        let batch = Array(queue.prefix(share))
        queue.removeFirst(batch.count)
        lastBatch = batch.count
        unanswered += batch.count
        let written = await write(batch.map(\.command))
        let verdicts = await batches.flush(written, of: batch.count)
        commits.announce(realm)
        unanswered -= batch.count
        for (waiting, verdict) in zip(batch, verdicts).dropFirst() {
            waiting.continuation?.resume(returning: .answered(verdict))
        }
        return verdicts[0]
    }

    /// How many commands the next batch takes: a third of all there are.
    ///
    /// So while these are decided, others are written and flushed. Batches that grow and shrink in turn leave now the one,
    /// now the other thread without work.
    private var share: Int {
        min(settings.greatestBatch, max((queue.count + unanswered + 2) / 3, RealmWriter.leastBatch))
    }

    /// Writes the commands and hands the lead on as soon as the next batch can be decided.
    private func write(_ commands: [PendingCommand]) async -> Committed<[CommandVerdict]> {
        let earlier = underWay
        let decided = await decide(commands, following: earlier)
        let isSound = await earlier?.isKept() ?? true
        guard isSound, let decided, decided.canBeBuiltOn else {
            let written = await batches.write(commands)
            passLead()
            return written
        }
        let own = BatchUnderWay(decided)
        underWay = own
        passLead()
        let (written, isKept) = await batches.write(commands, as: decided)
        // Only now may the next be written: it never stands beside a batch that is decided anew.
        own.settle(isKept: isKept)
        if underWay === own { underWay = nil }
        return written
    }

    /// Returns what the commands come to, decided beside the batch that is being written.
    private func decide(_ commands: [PendingCommand], following earlier: BatchUnderWay?) async -> DecidedBatch? {
        guard earlier != nil || commands.count > 1 else { return nil }
        if observer == nil { observer = try? await database.observer() }
        guard let observer else { return nil }
        return await batches.decide(commands, following: earlier, observer)
    }

    /// Steps back for those who were answered together and are about to ask again.
    ///
    /// Without it the first of them would be written alone. Each turn goes behind whoever is ready to run; a caller who
    /// is alone waits for nobody.
    private func letOthersIn() async {
        var turns = 0
        while turns < 4, queue.count < lastBatch {
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
