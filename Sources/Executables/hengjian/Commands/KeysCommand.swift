import ArgumentParser
import Composition
import Cryptography
import EventLog
import Kernel

/// `hengjian keys`: the key ring beside the database.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "密钥环",
        subcommands: [KeysCreateCommand.self, KeysRotateCommand.self, KeysRewrapCommand.self]
    )
}

/// `hengjian keys create`: makes the ring before the first start, so that it can be put where it belongs.
struct KeysCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "新建密钥环，不覆盖已有的")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let folder = options.folder
        _ = try folder.makeRing()
        print("已建立 \(folder.ringFile)，权限 600；请与数据库分开备份")
    }
}

/// `hengjian keys rotate`: adds a wrapping key and lets it hold every subject's key.
///
/// An embedded database is refused while it is served, before anything changes. Whether nodes of a server run cannot be
/// seen, and one that runs cannot read what a key wraps that it has not loaded; so there the operator says that none does.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "更换主密钥，并用新主密钥重新加密全部个人密钥"
    )

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "PostgreSQL：各节点均已停止，可以当即重新加密")
    var allStopped = false

    func run() async throws {
        let isEmbedded = if case .sqlite = options.database { true } else { false }
        if isEmbedded || allStopped {
            // Opened first: what is served, missing or of another release is refused with the ring as it was.
            await (try options.open(for: .upkeep)).close()
        }
        do throws(CryptographyError) {
            let ring = try KeyRing.rotate(at: options.folder.ringFile, randomness: SystemRandomness())
            print("现用主密钥 \(ring.wrappingKeyIDs.last ?? "")，共 \(ring.wrappingKeyIDs.count) 个")
        } catch {
            throw HouseFault.ring(error)
        }
        if isEmbedded || allStopped {
            try await rewrap(options)
        } else {
            print("请逐个重启各节点，再运行 hengjian keys rewrap")
        }
    }
}

/// `hengjian keys rewrap`: lets the newest wrapping key hold every subject's key, once every node has loaded it.
struct KeysRewrapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rewrap",
        abstract: "用现用主密钥重新加密全部个人密钥；已记录的内容和核验值不变"
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws { try await rewrap(options) }
}

private func rewrap(_ options: DatabaseOptions) async throws {
    let house = try await options.open(for: .upkeep)
    do {
        let (rewrapped, current) = try await house.log.rewrapKeys(of: house.realm)
        print("已重新加密 \(rewrapped) 个，原已由现用主密钥加密 \(current) 个；旧主密钥只为旧备份保留")
        await house.close()
    } catch let error as CryptographyError {
        await house.close()
        throw HouseFault.ring(error)
    }
}
