import Browser
import Foundation
import TestSupport

/// A real identity provider, Canaille, with one person and the program as its one client; `scripts/setup test` installs it.
struct RunningProvider {
    /// The provider did not start; what it wrote.
    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    static let client = "hengjian"
    static let secret = "no secret: of the tests' provider"
    static let person = "liming"
    static let password = "Tongyi-2026-renzheng"

    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".tools/identity-provider/bin/canaille").path

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    let port: Int
    private let folder: TemporaryFolder
    private var server: StartedProgram?

    var issuer: String { "http://127.0.0.1:\(port)" }

    /// Makes the provider's database; `start` opens it.
    init(port: Int, returnAddress: String) async throws {
        self.port = port
        folder = try TemporaryFolder()
        try await configure()
        try await run(["install"])
        try await run([
            "create", "user", "--user-name", Self.person, "--password", Self.password, "--given-name", "明",
            "--family-name", "李", "--emails", "liming@example.org",
        ])
        try await run([
            "create", "client", "--client-id", Self.client, "--client-secret", Self.secret, "--client-name", "衡鉴",
            "--client-uri", "http://127.0.0.1", "--redirect-uris", returnAddress, "--grant-types",
            "authorization_code", "--response-types", "code", "--scope", "openid", "--scope", "profile",
            "--token-endpoint-auth-method", "client_secret_basic",
        ])
        // Its tokens are for nobody else; it can be said only once the client is there.
        try await run(["set", "client", Self.client, "--audience", Self.client])
    }

    /// Writes its settings, with a fresh key to sign with.
    ///
    /// - Parameter isNamed: whether it knows its own name; else its issuer is one letter longer.
    /// - Throws: `NotStarted`.
    func configure(isNamed: Bool = true) async throws {
        let before = """
            SECRET_KEY = "of the tests' provider"
            \(isNamed ? "SERVER_NAME = \"127.0.0.1:\(port)\"" : "")
            PREFERRED_URL_SCHEME = "http"

            [CANAILLE]
            NAME = "统一身份认证"
            DATABASE = "sql"
            ENABLE_REGISTRATION = false

            [CANAILLE_SQL]
            DATABASE_URI = "sqlite:///\(folder.file("provider.db"))"

            [CANAILLE_OIDC]

            """
        try Data(before.utf8).write(to: URL(fileURLWithPath: folder.file("canaille.toml")))
        let words = try await run(["jwk", "create", "rsa"])
        guard let line = words.split(separator: "\n").first(where: { $0.hasPrefix("{") }),
            let key = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        else { throw NotStarted(description: words) }
        let pairs = key.sorted { $0.key < $1.key }.map { "\($0.key) = \"\($0.value)\"" }.joined(separator: ", ")
        let whole = "\(before)ACTIVE_JWKS = [{ \(pairs) }]\n"
        try Data(whole.utf8).write(to: URL(fileURLWithPath: folder.file("canaille.toml")))
    }

    /// Starts the provider and waits until it answers.
    mutating func start() async throws {
        let log = folder.file("run-\(UUID().uuidString).log")
        let program = try StartedProgram(
            [Self.program, "run", "--bind", "127.0.0.1:\(port)"],
            log: log,
            environment: environment,
            isWatched: true
        )
        server = program
        let port = port
        let isUp = try await Bounded.value(within: .seconds(60)) { () -> Bool? in
            let answer = try? await RawClient(port: port, patience: 20)
                .send("GET", "/.well-known/openid-configuration", untilLength: true)
            return answer?.status == 200 ? true : nil
        }
        guard isUp != nil else {
            await program.stop(within: .zero)
            throw NotStarted(description: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
        }
    }

    mutating func stop() async {
        await server?.stop(within: .seconds(2))
        server = nil
    }

    private var environment: [String: String] {
        ["CANAILLE_CONFIG": folder.file("canaille.toml"), "HOME": folder.path]
    }

    @discardableResult
    private func run(_ command: [String]) async throws -> String {
        let log = folder.file("command-\(UUID().uuidString).log")
        let program = try StartedProgram([Self.program] + command, log: log, environment: environment)
        let status = await program.finish(within: .seconds(60))
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        guard status == 0 else { throw NotStarted(description: words) }
        return words
    }
}
