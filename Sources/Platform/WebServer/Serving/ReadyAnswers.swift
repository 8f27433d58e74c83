import Kernel
import Logging
import NIOCore
import NIOHTTP1

/// Finds what can be answered before a request goes its long way: pages and files that lie ready, for visitors of whom
/// nothing is known.
///
/// It answers only what the long way has answered before, and in the same words; in every doubt it has no answer.
struct ReadyAnswers: Sendable {
    private let kept: KeptPages?
    private let assets: AssetShelf
    private let cookies: CookieText
    private let clock: any WallClock
    private let randomness: any Randomness
    private let logger: Logger
    private let date = HeaderDate()

    init(
        kept: KeptPages?,
        assets: AssetShelf,
        cookies: CookieText,
        clock: any WallClock,
        randomness: any Randomness,
        logger: Logger
    ) {
        self.kept = kept
        self.assets = assets
        self.cookies = cookies
        self.clock = clock
        self.randomness = randomness
        self.logger = logger
    }

    /// Returns the pieces of an answer as they go over the wire, after its line has gone to the log.
    func pieces(for head: HTTPRequestHead) -> [ByteBuffer]? {
        let begin = ContinuousClock.now
        guard ReadyAnswers.isPlain(head), let page = page(for: head), let route = page.route else { return nil }
        let headers = head.headers
        let form = page.form(
            for: ReadyAnswers.value("If-None-Match", in: headers),
            accepting: ReadyAnswers.value("Accept-Encoding", in: headers)
        )
        guard let answer = page.ready(form) else { return nil }
        let id = randomness.code(12)
        AnswerLine(
            id: id,
            route: route,
            method: WebMethod.get.rawValue,
            status: answer.status,
            took: begin.duration(to: .now)
        ).write(to: logger)
        return answer.pieces(id: id, date: date.text(at: clock.now), hasContent: head.method == .GET)
    }

    /// Whether a request asks for something, brings nothing and leaves the connection open.
    private static func isPlain(_ head: HTTPRequestHead) -> Bool {
        (head.method == .GET || head.method == .HEAD) && head.version == .http1_1 && head.isKeepAlive
            && !["Content-Length", "Transfer-Encoding", "Expect", "Upgrade"].contains {
                head.headers.contains(name: $0)
            }
    }

    private func page(for head: HTTPRequestHead) -> KeptPage? {
        guard head.uri.utf8.first == UInt8(ascii: "/") else { return nil }
        if let file = assets.file(at: head.uri) { return file }
        let sent = ReadyAnswers.value("Cookie", in: head.headers, separator: "; ").map(CookieText.parse) ?? [:]
        return KeptPages.key(of: head.uri, cookies: sent, cookies, [.inner, .outer]).flatMap { kept?.page(at: $0) }
    }

    private static func value(_ name: String, in headers: HTTPHeaders, separator: String = ", ") -> String? {
        let values = headers[name]
        return values.isEmpty ? nil : values.joined(separator: separator)
    }
}
