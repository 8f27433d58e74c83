private import Foundation

/// A real mail server, aiosmtpd, that keeps what it takes; `scripts/setup test` installs it.
///
/// It knows one account, refuses recipients at `gone.example` for good and at `later.example` for now.
package final class RunningMailServer: Sendable {
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// How it wants to be spoken to.
    package enum Manner: String, Sendable {
        case startTLS
        case tls
        case inClear
    }

    package static let account = "hengjian"
    package static let password = "no secret: of the tests' mail server"

    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".tools/mail-server/bin/python").path

    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    package let port: Int
    /// The certificate that vouches for `localhost`.
    package let certificate: String
    private let folder: TemporaryFolder
    private let server: StartedProgram

    /// Starts a server and waits until it listens.
    ///
    /// - Parameters:
    ///   - manner: with or without encryption.
    ///   - port: where it listens; any free one if not given.
    /// - Throws: `NotStarted`.
    package init(_ manner: Manner, port: Int = 0) async throws {
        folder = try TemporaryFolder()
        certificate = folder.file("certificate.pem")
        let log = folder.file("log")
        let maker = try StartedProgram(
            [
                "/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
                folder.file("key.pem"), "-out", certificate,
            ],
            log: log
        )
        guard await maker.finish(within: .seconds(60)) == 0 else {
            throw NotStarted(description: try String(contentsOfFile: log, encoding: .utf8))
        }
        try Data(Self.script.utf8).write(to: URL(fileURLWithPath: folder.file("server.py")))
        server = try StartedProgram(
            [Self.program, folder.file("server.py"), folder.path, manner.rawValue, String(port), Self.password],
            log: log,
            isWatched: true
        )
        let file = folder.file("port")
        let end = ContinuousClock.now + .seconds(90)
        var found: Int?
        while found == nil, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
            found = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap(Int.init)
        }
        guard let found else {
            await server.stop(within: .zero)
            throw NotStarted(description: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
        }
        self.port = found
    }

    /// Returns the mails it took, oldest first, each as envelope line and message.
    package func mails() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
            .map { try String(contentsOfFile: folder.file($0), encoding: .utf8) }
    }

    package func stop() async { await server.stop(within: .seconds(2)) }

    private static let script = """
        import asyncio, email, email.policy, os, pathlib, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        folder, manner, port, password = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
        taken = 0

        class Keeper:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.endswith("@gone.example"):
                    return "550 5.1.1 no such user"
                if address.endswith("@later.example"):
                    return "451 4.3.0 try again later"
                envelope.rcpt_tos.append(address)
                return "250 OK"

            async def handle_DATA(self, server, session, envelope):
                global taken
                taken += 1
                mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
                words = [
                    f"TLS {server.transport.get_extra_info('ssl_object') is not None} AUTH {session.authenticated} "
                    f"FROM {envelope.mail_from} TO {' '.join(envelope.rcpt_tos)}",
                    f"LONGEST {max(map(len, envelope.content.splitlines()))}",
                    f"ID {mail['Message-ID']} DATE {mail['Date'].datetime.isoformat()}",
                    f"SUBJECT {mail['Subject']}", mail.get_content().replace("\\r\\n", "\\n"),
                ]
                draft = folder / f"{taken:04}.draft"
                draft.write_text("\\n".join(words))
                draft.rename(folder / f"{taken:04}.eml")
                return "250 OK"

        def check(server, session, envelope, mechanism, data):
            return AuthResult(handled=False, success=data.login == b"hengjian" and data.password == password.encode())

        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(folder / "certificate.pem", folder / "key.pem")

        def speak():
            if manner == "startTLS":
                return SMTP(Keeper(), tls_context=tls, require_starttls=True, auth_required=True, authenticator=check)
            if manner == "tls":
                return SMTP(Keeper(), auth_require_tls=False, authenticator=check)
            return SMTP(Keeper())

        async def main():
            server = await asyncio.get_running_loop().create_server(
                speak, "127.0.0.1", port, ssl=tls if manner == "tls" else None)
            (folder / "port.draft").write_text(str(server.sockets[0].getsockname()[1]))
            (folder / "port.draft").rename(folder / "port")
            await server.serve_forever()

        asyncio.run(main())
        """
}
