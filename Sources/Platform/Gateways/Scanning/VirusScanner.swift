import Kernel
import NIOCore
import NIOPosix

/// Asks ClamAV's daemon whether bytes are harmful, over its stream command (INSTREAM of clamd).
package struct VirusScanner: Sendable {
    /// Where the daemon listens.
    package enum Address: Hashable, Sendable {
        case socket(path: String)
        case network(host: String, port: Int)
    }

    package enum Verdict: Hashable, Sendable {
        case clean
        /// The name of what was found, as the daemon's signatures call it.
        case harmful(String)
    }

    /// Why there is no verdict; the file must be held back.
    package enum Fault: Error, Hashable, Sendable {
        case unreachable
        case slow
        /// Longer than the daemon takes, or an answer that is none; its words.
        case refused(String)
    }

    private let address: Address
    private let limit: Duration

    /// - Parameters:
    ///   - address: where the daemon listens.
    ///   - limit: what one file may take in all.
    package init(_ address: Address, limit: Duration = .seconds(120)) {
        self.address = address
        self.limit = limit
    }

    private static let piece = 64 * 1024
    private static let longestAnswer = 4_096

    /// Returns what the daemon says of the bytes.
    package func verdict(on bytes: [UInt8]) async throws(Fault) -> Verdict {
        try await verdict(
            on: AsyncStream { stream in
                stream.yield(bytes)
                stream.finish()
            }
        )
    }

    /// Returns what the daemon says of a file that is read as it is sent; one that cannot be read gets no verdict.
    package func verdict<Parts: AsyncSequence & Sendable>(on parts: Parts) async throws(Fault) -> Verdict
    where Parts.Element == [UInt8] {
        do {
            return try await withThrowingTaskGroup(of: Verdict.self) { group in
                group.addTask { try await ask(parts) }
                group.addTask { [limit] in
                    try await Task.sleep(for: limit)
                    throw Fault.slow
                }
                defer { group.cancelAll() }
                guard let verdict = try await group.next() else { throw Fault.slow }
                return verdict
            }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw .unreachable
        }
    }

    private func ask<Parts: AsyncSequence & Sendable>(_ parts: Parts) async throws -> Verdict
    where Parts.Element == [UInt8] {
        let connection = try await connect()
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: "zINSTREAM\0"))
            for try await bytes in parts {
                for start in stride(from: 0, to: bytes.count, by: VirusScanner.piece) {
                    let piece = bytes[start..<min(start + VirusScanner.piece, bytes.count)]
                    var buffer = ByteBuffer()
                    buffer.writeInteger(UInt32(piece.count))
                    buffer.writeBytes(piece)
                    try await outbound.write(buffer)
                }
            }
            var end = ByteBuffer()
            end.writeInteger(UInt32(0))
            try await outbound.write(end)
            var answer: [UInt8] = []
            for try await var part in inbound {
                answer += part.readBytes(length: part.readableBytes) ?? []
                if answer.contains(0) || answer.count > VirusScanner.longestAnswer { break }
            }
            return try VirusScanner.verdict(saying: String(decoding: answer.prefix { $0 != 0 }, as: UTF8.self))
        }
    }

    /// Answers read `stream: OK` or `stream: NAME FOUND`; everything else is no verdict.
    private static func verdict(saying text: String) throws -> Verdict {
        let words = text.hasPrefix("stream: ") ? String(text.dropFirst(8)) : text
        if words == "OK" { return .clean }
        guard words.hasSuffix(" FOUND") else { throw words.isEmpty ? Fault.unreachable : Fault.refused(words) }
        return .harmful(String(words.dropLast(6)))
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(3))
        switch address {
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        case .network(let host, let port):
            return try await bootstrap.connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        }
    }
}
