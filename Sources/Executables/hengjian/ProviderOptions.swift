import Access
import ArgumentParser
import Foundation
import Workspace

/// The government's identity provider, if it has one: all of issuer, client and secret, or none.
struct ProviderOptions: ParsableArguments {
    @Option(help: "统一身份认证（OpenID Connect）的签发者地址，与其登录凭证所载一致")
    var providerIssuer: String?

    @Option(help: "本系统在统一身份认证登记的客户端标识")
    var providerClient: String?

    @Option(help: "存放客户端密钥的文件")
    var providerSecretFile: String?

    @Option(help: "关联账号所用的声明，如工号")
    var providerClaim = "sub"

    @Option(name: .customLong("provider-factor"), help: "登录凭证 amr 或者 acr 中视为第二因素的值，可多次给出")
    var providerFactors: [String] = []

    func validate() throws {
        let given = [providerIssuer, providerClient, providerSecretFile].compactMap(\.self).count
        guard given == 0 || given == 3 else {
            throw ValidationError("--provider-issuer、--provider-client、--provider-secret-file 应同时给出")
        }
    }

    /// Reads what was given.
    ///
    /// - Parameter publicAddress: scheme and host under which browsers reach the program.
    /// - Returns: the settings; `nil` when there is no provider.
    /// - Throws: `ExitStatus` after saying what is wrong.
    func settings(publicAddress: String) throws -> ProviderSettings? {
        guard let providerIssuer, let providerClient, let providerSecretFile else { return nil }
        guard let bytes = FileManager.default.contents(atPath: providerSecretFile) else {
            StandardError.write("客户端密钥文件应可以读取，实为不能：\(providerSecretFile)")
            throw ExitStatus.environment
        }
        let secret = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        do throws(ProviderSettingFault) {
            return try ProviderSettings(
                issuer: providerIssuer,
                client: providerClient,
                secret: secret,
                returnAddress: publicAddress + WorkspacePath.providerReturn,
                claim: providerClaim,
                factors: Set(providerFactors)
            )
        } catch {
            StandardError.write(error.chinese)
            throw ExitStatus.usage
        }
    }
}

extension ProviderSettingFault {
    fileprivate var chinese: String {
        switch self {
        case .issuer(let text): "--provider-issuer 应为 https 地址（本机可用 http），实为 \(text)"
        case .clientMissing: "--provider-client 应不为空"
        case .secretMissing: "客户端密钥文件应不为空"
        case .claim(let name): "--provider-claim 应为专属于一人且本人不能更改的声明，实为 \(name)（OpenID Connect Core 1.0 §5.7）"
        }
    }
}
