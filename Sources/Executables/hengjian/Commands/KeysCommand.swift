import ArgumentParser
import Composition
import Cryptography
import Kernel

/// `hengjian keys`: the key ring beside the database.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "密钥环",
        subcommands: [KeysCreateCommand.self, KeysRotateCommand.self]
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

/// `hengjian keys rotate`: adds a wrapping key, which wraps from the next start on.
struct KeysRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rotate", abstract: "更换主密钥，旧密钥仍可解封")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        do throws(CryptographyError) {
            let ring = try KeyRing.rotate(at: options.folder.ringFile, randomness: SystemRandomness())
            print("现用主密钥 \(ring.wrappingKeyIDs.last ?? "")，共 \(ring.wrappingKeyIDs.count) 个；重启服务后生效")
        } catch {
            throw HouseFault.ring(error)
        }
    }
}
