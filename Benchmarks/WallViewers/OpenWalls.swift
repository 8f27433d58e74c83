import Foundation
import Synchronization

/// Streams of events, each a connection of its own; one thread reads them all and notes when the counters come.
final class OpenWalls: Sendable {
    struct Refused: Error {
        let number: Int
    }

    private struct State: Sendable {
        /// When each wall had the counters first since they were last expected.
        var arrived: [Int: ContinuousClock.Instant] = [:]
        var bytes = 0
        var isClosed = false
    }

    private static let counters = "event: wall-counters\n"
    /// So little is kept for a wall that does not read, here and there, that the server notices soon.
    private static let narrow: Int32 = 4_096

    let reading: Int
    private let silent: [Int32]
    private let state = Mutex(State())

    /// Opens so many; every `silentEvery`-th never reads.
    ///
    /// - Throws: `Refused` if one could not be opened.
    init(_ count: Int, silentEvery: Int, port: Int, cookie: String) throws {
        var (open, silent): ([Int32], [Int32]) = ([], [])
        for number in 1...count {
            let isSilent = number % silentEvery == 0
            guard let wall = OpenWalls.connect(port, cookie, isNarrow: isSilent) else { throw Refused(number: number) }
            if isSilent { silent.append(wall) } else { open.append(wall) }
        }
        (reading, self.silent) = (open.count, silent)
        let walls = open
        Thread.detachNewThread { [self] in read(walls) }
    }

    /// How many bytes have come.
    var bytes: Int { state.withLock(\.bytes) }

    /// Begins to wait for the next counters.
    func expect() { state.withLock { $0.arrived = [:] } }

    /// Returns when each wall had them; those that still wait after `patience` are left out.
    func arrivals(within patience: Duration) async throws -> [ContinuousClock.Instant] {
        let end = ContinuousClock.now + patience
        while state.withLock({ $0.arrived.count }) < reading, .now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        return state.withLock { Array($0.arrived.values) }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        for wall in silent { Foundation.close(wall) }
    }

    private func read(_ walls: [Int32]) {
        var polled = walls.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // An event's name may come in two pieces.
        var ends = [[CChar]](repeating: [], count: walls.count)
        var buffer = [CChar](repeating: 0, count: 1 << 18)
        while !state.withLock(\.isClosed) {
            guard poll(&polled, nfds_t(polled.count), 100) > 0 else { continue }
            for index in polled.indices where polled[index].revents != 0 {
                let count = recv(polled[index].fd, &buffer, buffer.count, Int32(MSG_DONTWAIT))
                guard count > 0 else {
                    // Ended or broken: a wall that is gone hears of nothing more.
                    if count == 0 || errno != EAGAIN { polled[index].fd = -1 }
                    continue
                }
                let text = ends[index] + buffer[..<count] + [0]
                let has = strstr(text, OpenWalls.counters)
                ends[index] = Array(text.dropLast().suffix(OpenWalls.counters.utf8.count - 1))
                state.withLock { state in
                    state.bytes += count
                    if has != nil, state.arrived[index] == nil { state.arrived[index] = .now }
                }
            }
        }
        for wall in walls { Foundation.close(wall) }
    }

    private static func connect(_ port: Int, _ cookie: String, isNarrow: Bool) -> Int32? {
        let wall = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if isNarrow {
            var size = narrow
            setsockopt(wall, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(wall, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let request = "GET /supervision/live HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(cookie)\r\n\r\n"
        guard isConnected, send(wall, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0 else { return nil }
        return wall
    }
}
