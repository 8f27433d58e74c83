import Access
import Gateways

/// Binds the way to the identity provider to the way out of the program.
struct ProviderGateway: ProviderLine {
    let gateway: Gateway

    func answer(to call: ProviderCall) async throws(ProviderFault) -> ProviderAnswer {
        var headers = [OutboundCall.Header("Accept", "application/json")]
        if let authorization = call.authorization { headers.append(.init("Authorization", authorization)) }
        if call.form != nil { headers.append(.init("Content-Type", "application/x-www-form-urlencoded")) }
        do {
            let outbound = OutboundCall(to: call.address, headers: headers, body: call.form.map { Array($0.utf8) })
            let answer = try await gateway.answer(to: outbound)
            return ProviderAnswer(status: answer.status, bytes: answer.bytes)
        } catch {
            switch error {
            case .unreachable: throw .unreachable
            case .slow: throw .slow
            case .tooLarge: throw .badAnswer(.wayBack)
            }
        }
    }
}
