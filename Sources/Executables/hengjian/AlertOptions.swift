import ArgumentParser
import Foundation
import Gateways
import Kernel

/// The ways out for alerts: a mail server, a gateway for short messages, both or neither.
struct AlertOptions: ParsableArguments {
    @Option(help: "邮件服务器：smtp://HOST:587 用 STARTTLS 加密，smtps://HOST:465 全程加密")
    var mailServer: String?

    @Option(help: "发件邮箱")
    var mailSender: String?

    @Option(help: "邮件服务器的账号")
    var mailAccount: String?

    @Option(help: "存放邮件账号密码的文件")
    var mailSecretFile: String?

    @Option(help: "代替系统证书、用来核验邮件服务器的证书文件（PEM）")
    var mailTrustFile: String?

    @Option(help: "短信平台接收短信的地址")
    var messageGateway: String?

    @Option(help: "存放短信平台令牌的文件")
    var messageSecretFile: String?

    func validate() throws {
        guard (mailServer == nil) == (mailSender == nil) else {
            throw ValidationError("--mail-server、--mail-sender 应同时给出")
        }
        guard (mailAccount == nil) == (mailSecretFile == nil) else {
            throw ValidationError("--mail-account、--mail-secret-file 应同时给出")
        }
    }

    /// Reads what was given.
    ///
    /// - Returns: the ways out; `nil` when there is none.
    /// - Throws: `ExitStatus` after saying what is wrong.
    func gateway() throws -> AlertGateway? {
        guard mailServer != nil || messageGateway != nil else { return nil }
        return AlertGateway(mail: try mail(), messages: try messages())
    }

    private func mail() throws -> MailGateway? {
        guard let mailServer, let mailSender else { return nil }
        guard let parts = URLComponents(string: mailServer), let host = parts.host,
            parts.scheme == "smtp" || parts.scheme == "smtps"
        else { throw refused("--mail-server 应为 smtp://HOST:PORT 或者 smtps://HOST:PORT，实为 \(mailServer)") }
        guard let sender = MailAddress(mailSender) else { throw refused("--mail-sender 应为邮箱地址，实为 \(mailSender)") }
        let isWhole = parts.scheme == "smtps"
        do {
            let account = try mailAccount.map { name in
                MailServer.Account(name: name, password: try AlertOptions.secret(mailSecretFile ?? ""))
            }
            return try MailGateway(
                MailServer(
                    host: host,
                    port: parts.port ?? (isWhole ? 465 : 587),
                    security: isWhole ? .tls : .startTLS,
                    account: account,
                    sender: sender,
                    trustFile: mailTrustFile
                )
            )
        } catch let fault as MailServerFault {
            switch fault {
            case .host(let host): throw refused("--mail-server 的主机名不成立：\(host)")
            case .port(let port): throw refused("--mail-server 的端口应为 1 至 65535，实为 \(port)")
            case .inClear(let host): throw refused("邮件只经加密连接发往 \(host)")
            }
        } catch is MailFault {
            StandardError.write("--mail-trust-file 应为可以读取的 PEM 证书文件，实为 \(mailTrustFile ?? "系统证书")")
            throw ExitStatus.environment
        }
    }

    private func messages() throws -> AlertGateway.MessageGateway? {
        guard let messageGateway else { return nil }
        guard let address = OutboundAddress(messageGateway) else {
            throw refused("--message-gateway 应为 https 地址（本机可用 http），实为 \(messageGateway)")
        }
        return AlertGateway.MessageGateway(address: address, secret: try messageSecretFile.map(AlertOptions.secret))
    }

    private func refused(_ words: String) -> ExitStatus {
        StandardError.write(words)
        return .usage
    }

    private static func secret(_ file: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            StandardError.write("密钥文件应可以读取，实为不能：\(file)")
            throw ExitStatus.environment
        }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
