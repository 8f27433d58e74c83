import Cryptography
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import NIOCore

/// From Hummingbird's request to ours.
struct RequestReader: Sendable {
    let settings: WebServerSettings
    let randomness: any Randomness
    let forgeryKey: SecretKey

    /// Returns everything but the body.
    func head(of raw: Request, peer: String) -> WebRequest {
        var headers: [String: String] = [:]
        for field in raw.headers {
            let name = field.name.canonicalName
            // A cookie header may be split; of others that come twice the values stand in one list.
            headers[name] = headers[name].map { "\($0)\(name == "cookie" ? "; " : ", ")\(field.value)" } ?? field.value
        }
        // The HTTP types take the host out of the fields; the check of the origin needs it.
        if headers["host"] == nil { headers["host"] = raw.head.authority }
        let target = raw.head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return WebRequest(
            id: randomness.code(12),
            method: raw.method == .head ? .get : WebMethod(rawValue: raw.method.rawValue) ?? .post,
            path: String(parts[0]),
            query: URLText.query(parts.count > 1 ? String(parts[1]) : ""),
            cookies: CookieText.parse(headers["cookie"] ?? ""),
            peer: visitor(behind: peer, forwarded: headers["x-forwarded-for"]),
            headers: headers,
            forgery: ForgeryGuard(key: forgeryKey, session: nil, visitor: "")
        )
    }

    /// The last address that a proxy we trust has written, and that is no such proxy itself.
    private func visitor(behind peer: String, forwarded: String?) -> String {
        guard settings.trustedProxies.contains(peer), let forwarded else { return peer }
        let chain = forwarded.split(separator: ",").map { String($0).replacing(" ", with: "") }
        return chain.last { !settings.trustedProxies.contains($0) } ?? peer
    }

    /// Returns the body if it is of the kind and size that the route takes.
    func body(of raw: Request, as kind: RouteBody) async throws -> WebRequest.Content {
        switch kind {
        case .nothing: return .none
        case .json(let limit):
            let type = (raw.headers[.contentType] ?? "").lowercased().replacing(" ", with: "")
            guard type == "application/json" || type == "application/json;charset=utf-8" else {
                throw WebRefusal.unsupportedBody
            }
            return .bytes(try await bytes(of: raw, limit: limit))
        case .bytes(let limit): return .bytes(try await bytes(of: raw, limit: limit))
        case .form(let limits):
            let type = raw.headers[.contentType] ?? ""
            let name = type.prefix { $0 != ";" }.lowercased().replacing(" ", with: "")
            switch name {
            case "application/x-www-form-urlencoded": return .form(try await urlEncoded(raw, limits))
            case "multipart/form-data": return .form(try await multipart(raw, type: type, limits))
            case "" where raw.headers[.contentLength] == "0" || raw.headers[.contentLength] == nil:
                return .form(FormContent())
            default: throw WebRefusal.unsupportedBody
            }
        }
    }

    private func urlEncoded(_ raw: Request, _ limits: BodyLimits) async throws -> FormContent {
        let body = try await bytes(of: raw, limit: min(limits.requestBytes, BodyLimits.form.requestBytes))
        guard let values = URLText.form(body) else { throw WebRefusal.malformed(.notText(field: "form")) }
        var content = FormContent()
        content.values = values
        return content
    }

    private func multipart(_ raw: Request, type: String, _ limits: BodyLimits) async throws -> FormContent {
        guard let boundary = HeaderParameters.parse(type)["boundary"], (1...70).contains(boundary.utf8.count) else {
            throw WebRefusal.malformed(.noBoundary)
        }
        return try await collect(
            raw,
            limit: limits.requestBytes,
            into: MultipartParser(boundary: boundary, limits: limits)
        ) {
            parser,
            bytes in try parser.consume(bytes)
        }.finishing()
    }

    private func bytes(of raw: Request, limit: Int) async throws -> [UInt8] {
        try await collect(raw, limit: limit, into: []) { collected, bytes in collected.append(contentsOf: bytes) }
    }

    /// Reads the whole body within the time allowed.
    ///
    /// After a fault the rest is read and thrown away, so that the browser gets to show our answer; beyond twice the
    /// limit the connection is given up.
    private func collect<Sink: Sendable>(
        _ raw: Request,
        limit: Int,
        into sink: Sink,
        _ take: @escaping @Sendable (inout Sink, ByteBufferView) throws -> Void
    ) async throws -> Sink {
        let declared = raw.headers[.contentLength].flatMap(Int.init)
        let body = raw.body
        return try await withDeadline(settings.bodyTimeout) {
            var sink = sink
            var size = 0
            var fault: BodyFault? = (declared ?? 0) > limit ? .requestOver(limitBytes: limit) : nil
            do {
                for try await buffer in body {
                    size += buffer.readableBytes
                    if size > limit { fault = fault ?? .requestOver(limitBytes: limit) }
                    if size > limit * 2 { break }
                    guard fault == nil else { continue }
                    do { try take(&sink, buffer.readableBytesView) } catch let found as BodyFault { fault = found }
                }
            } catch is CancellationError {
                throw WebRefusal.tooSlow
            } catch {
                fault = fault ?? .cutShort
            }
            if fault == nil, let declared, size < declared { fault = .cutShort }
            if let fault { throw WebRefusal(fault) }
            return sink
        }
    }

    private func withDeadline<Value: Sendable>(
        _ time: Duration,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw WebRefusal.tooSlow }
            return value
        }
    }
}

extension WebRefusal {
    init(_ fault: BodyFault) {
        self = fault.isAboutSize ? .tooLarge(fault) : .malformed(fault)
    }
}

extension MultipartParser {
    fileprivate func finishing() throws(WebRefusal) -> FormContent {
        do { return try finish() } catch { throw WebRefusal(error) }
    }
}
