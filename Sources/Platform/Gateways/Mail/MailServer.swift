package import Kernel

/// The server that takes the program's mail, and how it is spoken to.
package struct MailServer: Hashable, Sendable {
    package enum Security: String, Hashable, Sendable {
        /// In clear first, then under TLS before anything is said (RFC 3207).
        case startTLS
        /// Under TLS from the first byte (RFC 8314 §3).
        case tls
        /// In clear; only to this very machine.
        case none
    }

    package struct Account: Hashable, Sendable {
        package let name: String
        package let password: String

        package init(name: String, password: String) {
            self.name = name
            self.password = password
        }
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let account: Account?
    /// In whose name mail is sent.
    package let sender: MailAddress
    /// A file with the certificates that are trusted instead of the system's; for a government's own authority.
    package let trustFile: String?

    /// Describes a server.
    ///
    /// - Throws: `MailServerFault` when mail or password would cross a network in clear.
    package init(
        host: String,
        port: Int,
        security: Security,
        account: Account? = nil,
        sender: MailAddress,
        trustFile: String? = nil
    ) throws(MailServerFault) {
        guard !host.isEmpty, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .host(host) }
        guard (1...65_535).contains(port) else { throw .port(port) }
        guard security != .none || MailServer.own.contains(host) else { throw .inClear(host) }
        self.host = host
        self.port = port
        self.security = security
        self.account = account
        self.sender = sender
        self.trustFile = trustFile
    }

    private static let own: Set<String> = ["127.0.0.1", "localhost", "::1"]
}

/// Why a mail server cannot be used as it is described.
package enum MailServerFault: Error, Hashable, Sendable {
    case host(String)
    case port(Int)
    /// Without TLS only this very machine is spoken to.
    case inClear(String)
}

/// Why a mail did not go out.
package enum MailFault: Error, Hashable, Sendable {
    /// Nobody listens, the name is unknown, or the connection broke.
    case unreachable
    case slow
    /// The certificate does not hold, or no TLS came about.
    case untrusted
    /// The server does not offer STARTTLS; nothing is sent in clear.
    case noTLS
    /// It answered what no mail server answers.
    case noMailServer
    /// It did not take the account.
    case account(code: Int)
    /// It did not take the mail: for now (4xx) or for good (5xx).
    case refused(code: Int, words: String)

    /// Whether trying again is of no use before somebody changes something.
    package var isLasting: Bool {
        switch self {
        case .refused(let code, _): code >= 500
        case .unreachable, .slow, .untrusted, .noTLS, .noMailServer, .account: false
        }
    }
}
