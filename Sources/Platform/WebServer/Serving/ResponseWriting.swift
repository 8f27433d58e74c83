import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// From our answer to the one Hummingbird writes.
enum ResponseWriting {
    static func response(for answer: WebAnswer, to request: Request) -> Response {
        let isHead = request.method == .head
        var headers = HTTPFields()
        for header in answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        let status = HTTPResponse.Status(code: answer.status)
        switch answer.body {
        case .bytes(let bytes):
            headers[.contentLength] = String(bytes.count)
            let body = isHead || bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return Response(status: status, headers: headers, body: body)
        case .kept(let page):
            return kept(page, status, headers, to: request)
        case .pieces(let pieces):
            guard !isHead else { return Response(status: status, headers: headers, body: ResponseBody()) }
            let body = ResponseBody { writer in
                for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
            return Response(status: status, headers: headers, body: body)
        case .events(let subscription):
            guard !isHead else { return Response(status: status, headers: headers, body: ResponseBody()) }
            let body = ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: ServerEvent.opening.bytes))
                for await event in subscription.events { try await writer.write(ByteBuffer(bytes: event.bytes)) }
                try await writer.finish(nil)
            }
            return Response(status: status, headers: headers, body: body)
        }
    }

    private static func kept(
        _ page: KeptPage,
        _ status: HTTPResponse.Status,
        _ headers: HTTPFields,
        to request: Request
    ) -> Response {
        var (status, headers, bytes) = (status, headers, ByteBuffer())
        headers[.eTag] = page.tag
        headers[.vary] = "Accept-Encoding, Cookie"
        let form = page.form(for: request.headers[.ifNoneMatch], accepting: request.headers[.acceptEncoding])
        switch form {
        case .unchanged: status = .notModified
        case .plain: bytes = page.plain
        case .packed:
            bytes = page.packed
            if bytes != page.plain { headers[.contentEncoding] = "gzip" }
        }
        if form != .unchanged { headers[.contentLength] = String(bytes.readableBytes) }
        page.remember(form, ReadyAnswer(status: status, fields: headers, content: bytes))
        let hasBody = request.method != .head && form != .unchanged
        return Response(
            status: status,
            headers: headers,
            body: hasBody ? ResponseBody(byteBuffer: bytes) : ResponseBody()
        )
    }
}
