import Access
import ArgumentParser
import Composition
import Kernel

/// `hengjian user`: accounts of staff, by the operator at the machine.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "工作人员账号",
        discussion: "For the first accounts and for emergencies; the daily upkeep is the administrators'.",
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserResetCommand.self, UserLinkCommand.self,
            UserUnlinkCommand.self,
        ]
    )

    /// A password for the first sign-in, at which it must be changed: random, in all four kinds of characters.
    static func firstPassword(_ randomness: any Randomness) -> String {
        "\(randomness.code(6))-\(randomness.code(6))-h7"
    }

    /// Changes the account of a name in the database of `options`, and words what is refused.
    static func change(
        _ name: String,
        _ options: DatabaseOptions,
        _ body: (AccessStore, Account.ID) async throws -> Void
    ) async throws {
        let house = try await options.open(for: .upkeep)
        let store = house.accessStore
        do {
            let records = try await store.staffAccounts(of: house.realm)
            guard let record = records.first(where: { $0.account.signInName.text == name.lowercased() }) else {
                await house.close()
                print("error: expected a sign-in name of this database, found \(name.quoted)")
                throw ExitStatus.input
            }
            try await body(store, record.account.id)
        } catch let error as AccessError {
            await house.close()
            print("error: \(error.chinese)")
            throw ExitStatus.input
        }
        await house.close()
    }
}

/// `hengjian user list`: who has an account, and in which roles.
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出账号和角色")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "每个账号输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .look)
        let records = try await house.accessStore.staffAccounts(of: house.realm)
        await house.close()
        for record in records {
            let answer = UserAnswer(record)
            print(json ? try answer.jsonLine() : answer.line)
        }
    }
}

/// `hengjian user reset`: gives an account a fresh password, which must be changed at the next sign-in.
struct UserResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reset", abstract: "重置密码")

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "登录名")
    var name: String

    func run() async throws {
        let password = UserCommand.firstPassword(SystemRandomness())
        try await UserCommand.change(name, options) { store, account in
            try await store.resetPassword(of: account, to: password, by: nil, from: "console")
        }
        print("\(name.lowercased()) 的新密码：\(password)（首次登录时必须修改）")
    }
}

private struct UserAnswer: Encodable {
    let signInName: String
    let displayName: String
    let isDisabled: Bool
    let roles: [String]

    init(_ record: AccountRecord) {
        signInName = record.account.signInName.text
        displayName = record.account.displayName
        isDisabled = record.account.isDisabled
        roles = record.grants.map { "\($0.role.rawValue):\($0.scope)" }
    }

    var line: String {
        let standing = isDisabled ? " （停用）" : ""
        return "\(signInName) \(displayName)\(standing) \(roles.joined(separator: " "))"
    }
}
