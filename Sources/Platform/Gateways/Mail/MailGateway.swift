import Foundation
import Kernel
import NIOCore
import NIOPosix
import NIOSSL

/// The way out for mail: hands mail to the operator's server over SMTP (RFC 5321), encrypted.
///
/// A connection a mail, within a limit; nothing is tried twice, the caller's outbox does that.
package struct MailGateway: Sendable {
    private let server: MailServer
    private let limit: Duration
    private let trust: NIOSSLContext

    /// Prepares the way to a server.
    ///
    /// - Parameters:
    ///   - server: where the mail goes.
    ///   - limit: what one mail may take in all.
    /// - Throws: `MailFault.untrusted` when the file of trusted certificates cannot be read.
    package init(_ server: MailServer, limit: Duration = .seconds(30)) throws(MailFault) {
        self.server = server
        self.limit = limit
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = server.trustFile { configuration.trustRoots = .file(file) }
        do {
            trust = try NIOSSLContext(configuration: configuration)
        } catch {
            throw .untrusted
        }
    }

    /// Hands a mail to the server.
    ///
    /// - Throws: `MailFault`; after `.slow` and `.unreachable` the server may have it nevertheless.
    package func send(_ mail: OutboundMail) async throws(MailFault) {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await converse(mail) }
                group.addTask { [limit] in
                    try await Task.sleep(for: limit)
                    throw MailFault.slow
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            throw MailGateway.fault(error)
        }
    }

    private func converse(_ mail: OutboundMail) async throws {
        let (server, trust) = (server, trust)
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if server.security == .tls { try MailGateway.encrypt(channel, to: server.host, trust) }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await connection.executeThenClose { inbound, outbound in
            var line = MailConversation(replies: inbound.makeAsyncIterator(), words: outbound)
            // A line that ends before the first word under TLS ended because of TLS.
            do {
                try await line.greet()
            } catch  where server.security == .tls && MailGateway.fault(error) == .unreachable {
                throw MailFault.untrusted
            }
            if server.security == .startTLS {
                try await line.startTLS()
                try await connection.channel.eventLoop.submit {
                    try MailGateway.encrypt(connection.channel, to: server.host, trust)
                }.get()
                do {
                    try await line.introduce()
                } catch  where MailGateway.fault(error) == .unreachable {
                    // Where the line was already closed, writing fails before anything is read.
                    throw MailFault.untrusted
                }
            }
            if let account = server.account { try await line.signIn(account) }
            try await line.handOver(mail, from: server.sender)
        }
    }

    /// Puts TLS before everything else on a connection; the server must prove the name we called it by.
    private static func encrypt(_ channel: any Channel, to host: String, _ trust: NIOSSLContext) throws {
        let isNumber = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        let handler = try NIOSSLClientHandler(context: trust, serverHostname: isNumber ? nil : host)
        try channel.pipeline.syncOperations.addHandler(handler, position: .first)
    }

    private static func fault(_ error: any Error) -> MailFault {
        switch error {
        case let fault as MailFault: fault
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .untrusted
        case ChannelError.connectTimeout, is CancellationError: .slow
        default: .unreachable
        }
    }
}

/// One conversation with a mail server: a command, then its reply, in turn.
private struct MailConversation {
    var replies: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let words: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var pending: [UInt8] = []
    private var offers: [String] = []

    /// Longer replies come from no mail server.
    private static let longestReply = 16_384

    init(
        replies: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        words: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.replies = replies
        self.words = words
    }

    mutating func greet() async throws {
        let greeting = try await reply()
        guard greeting.code == 220 else { throw MailFault.refused(code: greeting.code, words: greeting.words) }
        try await introduce()
    }

    mutating func introduce() async throws {
        let answer = try await ask("EHLO hengjian")
        guard answer.code == 250 else { throw MailFault.refused(code: answer.code, words: answer.words) }
        offers = answer.lines.map { $0.uppercased() }
    }

    mutating func startTLS() async throws {
        guard offers.contains("STARTTLS") else { throw MailFault.noTLS }
        guard try await ask("STARTTLS").code == 220 else { throw MailFault.noTLS }
        // What somebody on the way slipped in before TLS must not count as said under it.
        guard pending.isEmpty else { throw MailFault.noMailServer }
        offers = []
    }

    mutating func signIn(_ account: MailServer.Account) async throws {
        let proof = Data("\0\(account.name)\0\(account.password)".utf8).base64EncodedString()
        let answer = try await ask("AUTH PLAIN \(proof)")
        guard answer.code == 235 else { throw MailFault.account(code: answer.code) }
    }

    mutating func handOver(_ mail: OutboundMail, from sender: MailAddress) async throws {
        try await require("MAIL FROM:<\(sender.text)>", 250...250)
        try await require("RCPT TO:<\(mail.to.text)>", 250...251)
        try await require("DATA", 354...354)
        let body = mail.lines(from: sender).map { $0.hasPrefix(".") ? ".\($0)" : $0 }.joined(separator: "\r\n")
        try await require(body + "\r\n.", 250...250)
        // The server has it; whether it says goodbye is no matter.
        try? await say("QUIT")
    }

    private mutating func require(_ command: String, _ expected: ClosedRange<Int>) async throws {
        let answer = try await ask(command)
        guard expected.contains(answer.code) else {
            throw MailFault.refused(code: answer.code, words: answer.words)
        }
    }

    private typealias Reply = (code: Int, lines: [String], words: String)

    private mutating func ask(_ command: String) async throws -> Reply {
        try await say(command)
        return try await reply()
    }

    private func say(_ command: String) async throws { try await words.write(ByteBuffer(string: command + "\r\n")) }

    /// Reads a whole reply: lines `250-…` and at last `250 …`.
    private mutating func reply() async throws -> Reply {
        var lines: [String] = []
        while true {
            let line = try await line()
            guard let code = Int(line.prefix(3)), (200...599).contains(code) else { throw MailFault.noMailServer }
            lines.append(String(line.dropFirst(4)))
            guard line.dropFirst(3).first == "-" else {
                return (code, lines, String(lines.joined(separator: " ").prefix(200)))
            }
        }
    }

    private mutating func line() async throws -> String {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line.trimmingCharacters(in: .controlCharacters)
            }
            guard pending.count < MailConversation.longestReply else { throw MailFault.noMailServer }
            guard var bytes = try await replies.next() else { throw MailFault.unreachable }
            pending += bytes.readBytes(length: bytes.readableBytes) ?? []
        }
    }
}
