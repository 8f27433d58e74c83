import Gateways
import Kernel
import TestSupport
import Testing

@Suite("The way out for mail", .enabled(if: RunningMailServer.isInstalled))
struct MailGatewayTests {
    private static let account = MailServer.Account(
        name: RunningMailServer.account,
        password: RunningMailServer.password
    )

    private func gateway(
        _ server: RunningMailServer,
        _ security: MailServer.Security,
        account: MailServer.Account? = account,
        trusting: Bool = true,
        host: String = "localhost"
    ) throws -> MailGateway {
        try MailGateway(
            MailServer(
                host: host,
                port: server.port,
                security: security,
                account: account,
                sender: #require(MailAddress("hengjian@guangan.example")),
                trustFile: trusting ? server.certificate : nil
            ),
            limit: .seconds(90)
        )
    }

    private func mail(to address: String = "lixia@guangan.example") throws -> OutboundMail {
        OutboundMail(
            to: try #require(MailAddress(address)),
            subject: "【衡鉴】办件 511602-2026-000123 等待您办理：关于教师资格认定申请的审核环节，承诺期限将于三日后届满",
            text: "一行\n.以点开头的一行\n" + String(repeating: "很长的一行", count: 40),
            id: "N-01.abc",
            at: Instant(Day(ordinal: 20_785), hour: 9, minute: 5)
        )
    }

    @Test(
        "a mail arrives whole, under TLS and from a known account, in lines no server breaks",
        arguments: [(RunningMailServer.Manner.startTLS, MailServer.Security.startTLS), (.tls, .tls)]
    )
    func arrives(manner: RunningMailServer.Manner, security: MailServer.Security) async throws {
        let server = try await RunningMailServer(manner)
        try await gateway(server, security).send(mail())
        let mail = try mail()
        let words = try #require(try server.mails().first)
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "TLS True AUTH True FROM hengjian@guangan.example TO lixia@guangan.example")
        #expect(try #require(Int(lines[1].dropFirst(8))) <= 76)
        #expect(lines[2] == "ID <N01abc@guangan.example> DATE 2026-11-28T09:05:00+08:00")
        #expect(lines[3] == "SUBJECT \(mail.subject)")
        #expect(lines[4...].joined(separator: "\n").hasPrefix(mail.text))
        await server.stop()
    }

    @Test("nothing is said in clear: not without STARTTLS, not to whom the certificate does not name")
    func encrypted() async throws {
        let plain = try await RunningMailServer(.inClear)
        await #expect(throws: MailFault.noTLS) { try await gateway(plain, .startTLS).send(mail()) }
        await #expect(throws: MailFault.self) { try await gateway(plain, .tls).send(mail()) }
        #expect(try plain.mails().isEmpty)
        await plain.stop()
        let server = try await RunningMailServer(.startTLS)
        let stranger = try gateway(server, .startTLS, trusting: false)
        await #expect(throws: MailFault.untrusted) { try await stranger.send(mail()) }
        let misnamed = try gateway(server, .startTLS, host: "127.0.0.1")
        await #expect(throws: MailFault.untrusted) { try await misnamed.send(mail()) }
        #expect(try server.mails().isEmpty)
        await server.stop()
        #expect(throws: MailServerFault.inClear("mail.example.org")) {
            try MailServer(
                host: "mail.example.org",
                port: 25,
                security: .none,
                sender: #require(MailAddress("a@b.example"))
            )
        }
    }

    @Test("a refusal says whether trying again may help")
    func refused() async throws {
        let server = try await RunningMailServer(.startTLS)
        let gateway = try gateway(server, .startTLS)
        let gone = await #expect(throws: MailFault.self) { try await gateway.send(mail(to: "a@gone.example")) }
        #expect(gone == .refused(code: 550, words: "5.1.1 no such user") && gone?.isLasting == true)
        let later = await #expect(throws: MailFault.self) { try await gateway.send(mail(to: "a@later.example")) }
        #expect(later == .refused(code: 451, words: "4.3.0 try again later") && later?.isLasting == false)
        let wrong = try self.gateway(server, .startTLS, account: .init(name: "hengjian", password: "wrong"))
        await #expect(throws: MailFault.account(code: 535)) { try await wrong.send(mail()) }
        await server.stop()
        await #expect(throws: MailFault.unreachable) { try await gateway.send(mail()) }
    }

    @Test(
        "what could end a line or a command is no address",
        arguments: [
            ("li.xia+a@mail.example.org", true), ("a@b.c\r\nRCPT TO:<x@y.z>", false), ("a b@c.d", false),
            ("<a@b.c>", false),
            ("a@b", false), ("@b.c", false), ("a@b..c", false), ("a@b@c.d", false), ("李@b.c", false), ("", false),
        ]
    )
    func addresses(text: String, isAddress: Bool) {
        #expect((MailAddress(text) != nil) == isAddress)
    }
}
