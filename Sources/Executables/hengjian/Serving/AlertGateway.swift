import Access
import Exchange
import Foundation
import Gateways
import Kernel

/// Binds alerts and codes to the ways out of the program: the operator's mail server, the gateway for short messages.
struct AlertGateway: AlertCarrier, CodeSender {
    /// A gateway for short messages: takes `{"id", "to", "text"}` by post and answers 2xx once it has them.
    struct MessageGateway: Sendable {
        let address: OutboundAddress
        /// Sent as `Authorization: Bearer`; `nil` where the gateway knows callers otherwise.
        let secret: String?
        let gateway = Gateway()
    }

    let mail: MailGateway?
    let messages: MessageGateway?

    var sendsMessages: Bool { messages != nil }

    var channels: Set<Alert.Channel> {
        Set((mail == nil ? [] : [.mail]) + (messages == nil ? [] : [.message]))
    }

    func carry(_ parcel: AlertParcel) async throws(AlertFault) {
        switch parcel.to {
        case .mail(let address):
            guard let mail else { throw AlertFault("邮件服务器未接通", isLasting: false) }
            do {
                try await mail.send(
                    OutboundMail(
                        to: address,
                        subject: parcel.subject,
                        text: parcel.text,
                        id: parcel.id,
                        at: SystemClock().now
                    )
                )
            } catch {
                throw AlertFault(error.chinese, isLasting: error.isLasting)
            }
        case .mobile(let number): try await post(parcel.text, to: number, id: parcel.id)
        }
    }

    func send(_ message: CodeMessage, to mobile: String) async throws {
        try await post("【衡鉴】\(message.chinese)", to: mobile, id: SystemRandomness().code(20))
    }

    private func post(_ text: String, to number: String, id: String) async throws(AlertFault) {
        guard let messages else { throw AlertFault("短信平台未接通", isLasting: false) }
        let body: [UInt8]
        do {
            body = Array(try JSONEncoder().encode(["id": id, "to": number, "text": text]))
        } catch {
            throw AlertFault("短信不能编码", isLasting: true)
        }
        var headers = [OutboundCall.Header("Content-Type", "application/json")]
        if let secret = messages.secret { headers.append(.init("Authorization", "Bearer \(secret)")) }
        let answer: OutboundAnswer
        do {
            answer = try await messages.gateway.answer(
                to: OutboundCall(to: messages.address, headers: headers, body: body)
            )
        } catch {
            throw AlertFault(error.chinese, isLasting: false)
        }
        guard (200...299).contains(answer.status) else {
            // 408 and 429 ask to come again; other 4xx will never take this message.
            let isLasting = (400...499).contains(answer.status) && ![408, 429].contains(answer.status)
            throw AlertFault("短信平台答复 \(answer.status)", isLasting: isLasting)
        }
    }
}

extension MailFault {
    fileprivate var chinese: String {
        switch self {
        case .unreachable: "邮件服务器连接不上或者中断"
        case .slow: "邮件服务器在时限内没有答复"
        case .untrusted: "邮件服务器的证书不可信，或者不能加密"
        case .noTLS: "邮件服务器不提供 STARTTLS，没有发送"
        case .noMailServer: "对方不是邮件服务器"
        case .account(let code): "邮件服务器不接受账号（\(code)）"
        case .refused(let code, let words): "邮件服务器拒收：\(code) \(words)"
        }
    }
}

extension GatewayFault {
    fileprivate var chinese: String {
        switch self {
        case .unreachable: "短信平台连接不上或者中断"
        case .slow: "短信平台在时限内没有答复"
        case .tooLarge: "短信平台的答复过长"
        }
    }
}
