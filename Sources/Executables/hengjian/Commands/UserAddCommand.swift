import Access
import ArgumentParser
import Composition
import Directory
import Kernel

/// `hengjian user add`: makes an account for an officer of the directory, or for one of the three administrators.
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "新建账号，初始密码只显示一次",
        discussion: """
            Roles are written ROLE:SCOPE, as caseOfficer:agency; scopes are own, post, office, agency, division.
            Without --officer the account is an administrator's and takes exactly one administrator role.
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "登录名，3 至 60 个字符")
    var name: String

    @Option(help: "页面上显示的姓名")
    var displayName: String

    @Option(help: "机构人员目录中的人员标识")
    var officer: String?

    @Option(name: .customLong("role"), help: "角色:范围，可多次给出")
    var roles: [GrantText]

    func validate() throws {
        guard SignInName(name) != nil else { throw ValidationError("登录名应为 3 至 60 个字符，不含空格") }
        guard !roles.isEmpty else { throw ValidationError("至少给出一个角色") }
        let isAdministrator = roles.count == 1 && roles[0].grant.role.isAdministrator
        guard officer != nil || isAdministrator else {
            throw ValidationError("没有 --officer 的账号只能有一个管理员角色")
        }
    }

    func run() async throws {
        guard let signInName = SignInName(name) else { throw ExitStatus.usage }
        let house = try await options.open(for: .upkeep)
        let password = UserCommand.firstPassword(house.randomness)
        do {
            let store = house.accessStore
            try Role.requireCompatible(Set(roles.map(\.grant.role)))
            let account = try await store.createAccount(
                signInName,
                for: officer.map { .officer(Officer.ID($0)) } ?? .administrator(signInName.text),
                in: house.realm,
                displayName: displayName,
                password: password,
                by: nil,
                from: "console"
            )
            try await store.setRoles(roles.map(\.grant), of: account, by: nil, from: "console")
            await house.close()
        } catch let error as AccessError {
            await house.close()
            print("error: \(error.chinese)")
            throw ExitStatus.input
        }
        print("\(signInName.text) 的初始密码：\(password)（首次登录时必须修改）")
    }
}

/// `ROLE:SCOPE` on the command line.
struct GrantText: ExpressibleByArgument {
    let grant: RoleGrant

    init?(argument: String) {
        let parts = argument.split(separator: ":").map(String.init)
        guard parts.count == 2, let role = Role(rawValue: parts[0]),
            let scope = Scope.allCases.first(where: { "\($0)" == parts[1] })
        else { return nil }
        grant = RoleGrant(role, scope)
    }
}

extension AccessError {
    /// The refusal as the operator reads it.
    var chinese: String {
        switch self {
        case .signInNameTaken(let name): "登录名 \(name.text) 已被使用"
        case .holderTaken: "该人员已有账号"
        case .rolesExclude(let first, let second): "角色 \(first.chinese) 与 \(second.chinese) 不得由同一人担任"
        case .displayName(let length, let greatest): "姓名应不超过 \(greatest) 字，实为 \(length) 字"
        case .password(let fault): "密码不符合规则：\(fault)"
        case .identityTaken: "该统一身份已关联其他账号"
        case .identity: "统一身份标识应为 1 至 255 个字符，不含空格"
        case .wrongNameOrPassword, .locked, .overloaded, .signInName, .unknownAccount, .ownAccount, .factorWrong,
            .factorConfirmed, .unknownSession, .codeWrong, .codesTooMany, .noSender, .identityUnknown:
            "\(self)"
        }
    }
}
