import Access
import ArgumentParser
import Composition

/// `hengjian user link`: lets somebody sign in through the government's identity provider.
struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "账号关联统一身份，此后可由统一身份认证登录",
        discussion: "Replaces the link the account had with the same issuer."
    )

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "登录名")
    var name: String

    @Argument(help: "统一身份标识：声明的值")
    var value: String

    @Option(help: "统一身份认证的签发者地址，同 serve 的 --provider-issuer")
    var issuer: String

    @Option(help: "声明的名称，同 serve 的 --provider-claim")
    var claim = "sub"

    func run() async throws {
        let identity = ProviderIdentity(issuer: issuer, claim: claim, value: value)
        try await UserCommand.change(name, options) { store, account in
            try await store.link(identity, to: account, by: nil, from: "console")
        }
        print("\(name) 已关联 \(issuer) 的 \(claim)=\(value)")
    }
}

/// `hengjian user unlink`: takes that way of signing in away, and ends the account's sessions.
struct UserUnlinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unlink", abstract: "解除账号与统一身份的关联")

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "登录名")
    var name: String

    func run() async throws {
        try await UserCommand.change(name, options) { store, account in
            try await store.unlink(account, by: nil, from: "console")
        }
        print("\(name) 已解除关联")
    }
}
