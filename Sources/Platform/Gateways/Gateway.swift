import AsyncHTTPClient
import Kernel
import NIOCore
import NIOHTTP1

/// The way out: calls of other systems over HTTP, each bounded in time and size.
///
/// Follows no redirect, so what was checked of an address holds for what is called; keeps no cookies and asks no
/// proxy of the environment. Each call has a connection of its own: calls are rare, and nothing needs to be closed.
package struct Gateway: Sendable {
    private let limits: GatewayLimits

    package init(limits: GatewayLimits = GatewayLimits()) {
        self.limits = limits
    }

    /// Calls another system.
    ///
    /// - Parameter call: an `https` address, or one of this machine.
    /// - Returns: what it answered, whatever the status.
    /// - Throws: `GatewayFault`; the caller cannot know then whether the other system acted.
    package func answer(to call: OutboundCall) async throws(GatewayFault) -> OutboundAnswer {
        var request = HTTPClientRequest(url: call.address.text)
        request.method = call.body == nil ? .GET : .POST
        request.headers = HTTPHeaders(call.headers.map { ($0.name, $0.value) })
        if let body = call.body { request.body = .bytes(body) }
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { [limits, request] client in
                let response = try await client.execute(request, deadline: .now() + TimeAmount(limits.total))
                var bytes: [UInt8] = []
                for try await var part in response.body {
                    bytes += part.readBytes(length: part.readableBytes) ?? []
                    guard bytes.count <= limits.greatestAnswer else {
                        throw GatewayFault.tooLarge(greatest: limits.greatestAnswer)
                    }
                }
                return OutboundAnswer(status: Int(response.status.code), bytes: bytes)
            }
        } catch {
            throw Gateway.fault(error)
        }
    }

    private var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = .init(connect: TimeAmount(limits.connecting), read: TimeAmount(limits.total))
        configuration.httpVersion = .http1Only
        // One try: who calls decides whether to call again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private static func fault(_ error: any Error) -> GatewayFault {
        switch error {
        case let fault as GatewayFault: fault
        case let error as HTTPClientError
        where [.deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .getConnectionFromPoolTimeout]
            .contains(error):
            .slow
        case is CancellationError: .slow
        default: .unreachable
        }
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) {
        self = .milliseconds(duration.components.seconds * 1000)
    }
}
