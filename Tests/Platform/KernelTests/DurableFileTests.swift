import Foundation
import Kernel
import Synchronization
import Testing

@Suite("Durable files and worker threads")
struct DurableFileTests {
    private let path = NSTemporaryDirectory() + "durable-\(UUID().uuidString)"

    @Test("a file is replaced whole or kept, and nothing is left beside it")
    func replaced() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try DurableFile.write([1, 2, 3], to: path, existing: .refuse)
        #expect(throws: DurableFileError.exists(path: path)) {
            try DurableFile.write([4], to: path, existing: .refuse)
        }
        #expect(try DurableFile.read(path, limit: 10) == [1, 2, 3])
        try DurableFile.write([5], to: path, existing: .replace)
        #expect(try DurableFile.read(path, limit: 10) == [5])
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
        #expect(throws: DurableFileError.tooLarge(path: path, limit: 0)) { try DurableFile.read(path, limit: 0) }
    }

    @Test("an absent file and an absent folder are told apart from other failures")
    func absent() {
        #expect(throws: DurableFileError.missing(path: path)) { try DurableFile.read(path, limit: 10) }
        #expect(throws: DurableFileError.refused(operation: "create", path: path + "/x.new", code: ENOENT)) {
            try DurableFile.write([1], to: path + "/x", existing: .refuse)
        }
    }

    @Test("every piece of work is done once, no more at a time than there are threads")
    func threads() async {
        let threads = WorkerThreads(label: "test", count: 2)
        let running = Counter()
        let results = await withTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    await threads.run {
                        running.enter()
                        usleep(200)
                        running.leave()
                        return number
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(results == Set(0..<200))
        #expect(running.most <= 2)
        #expect(threads.waiting == 0)
    }
}

private final class Counter: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}
