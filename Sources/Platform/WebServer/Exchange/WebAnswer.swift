package import HTML
package import Kernel

/// What is sent back.
package struct WebAnswer: Sendable {
    /// What follows the headers.
    package enum Body: Sendable {
        case bytes([UInt8])
        /// What many get, packed for those who take it so.
        case kept(KeptPage)
        /// Pieces that are asked for as the visitor takes them; an error among them breaks the connection off.
        case pieces(AsyncThrowingStream<[UInt8], any Error>)
        case events(EventSubscription)
    }

    /// Who may keep a copy.
    package enum Caching: Hashable, Sendable {
        /// Nobody: the default.
        case never
        /// Anybody, who asks each time whether it is still the same.
        case whileUnchanged
        /// Anybody, for some seconds: only for what is published to all.
        case everybody(seconds: Int)
        /// Anybody, for ever: the address changes with the content.
        case immutable
    }

    /// What becomes of the visitor's session.
    package enum SessionChange: Hashable, Sendable {
        case keep
        /// Begins a session under a new identifier for the account named; `means` says how it was proven whose it is, in
        /// the words of who keeps sessions.
        case begin(subject: String, means: String = "")
        case end
    }

    package var status: Int
    package var headers: [Header]
    package var body: Body
    package var caching = Caching.never
    package var sessionChange = SessionChange.keep
    /// Other sites that may show this page in a frame.
    ///
    /// It holds for routes that look at no cookie, and for pages found there; nothing else is ever shown so.
    package var framedBy: [WebOrigin] = []
    /// How this browser wants pages shown from now on, a word of letters; empty forgets it.
    package var preference: String?
    /// What the next page says once.
    package var flash: FlashMessage?

    /// A name and a value.
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(status: Int = 200, type: String, bytes: [UInt8]) {
        self.status = status
        headers = [Header("Content-Type", type)]
        body = .bytes(bytes)
    }

    /// What many get.
    init(_ page: KeptPage) {
        status = 200
        headers = page.headers
        body = .kept(page)
        caching = .whileUnchanged
    }

    /// A page.
    package static func page(_ page: any HTML, status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, type: "text/html; charset=utf-8", bytes: page.rendered(capacity: 32_768))
    }

    package static func json(_ bytes: [UInt8], status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, type: "application/json", bytes: bytes)
    }

    package static func text(_ text: String, status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, type: "text/plain; charset=utf-8", bytes: Array(text.utf8))
    }

    /// Sends the browser on with a get request; an address outside this site becomes the start page.
    package static func redirect(to path: String, flash: FlashMessage? = nil) -> WebAnswer {
        let isLocal = path.hasPrefix("/") && WebAddress.isHarmless(path)
        var answer = WebAnswer(status: 303, type: "text/plain; charset=utf-8", bytes: [])
        answer.headers.append(Header("Location", isLocal ? URLText.headerSafe(path) : "/"))
        answer.flash = flash
        return answer
    }

    /// Sends the browser on to another system.
    package static func redirect(outside address: OutboundAddress) -> WebAnswer {
        var answer = WebAnswer(status: 303, type: "text/plain; charset=utf-8", bytes: [])
        answer.headers.append(Header("Location", address.text))
        return answer
    }

    /// A file to save, or to show in the browser if `isShown`.
    package static func file(named name: String, type: String, bytes: [UInt8], isShown: Bool = false) -> WebAnswer {
        var answer = WebAnswer(type: type, bytes: bytes)
        answer.headers.append(disposition(isShown ? "inline" : "attachment", name))
        return answer
    }

    /// A file to save that is too long to be kept in memory.
    package static func file(
        named name: String,
        type: String,
        pieces: AsyncThrowingStream<[UInt8], any Error>
    ) -> WebAnswer {
        var answer = WebAnswer.pieces(type: type, pieces)
        answer.headers.append(disposition("attachment", name))
        return answer
    }

    private static func disposition(_ word: String, _ name: String) -> Header {
        Header("Content-Disposition", "\(word); filename*=UTF-8''\(URLText.encode(FileName.cleaned(name)))")
    }

    /// A file too long to be kept in memory, made while it is sent.
    package static func pieces(type: String, _ pieces: AsyncThrowingStream<[UInt8], any Error>) -> WebAnswer {
        var answer = WebAnswer(type: type, bytes: [])
        answer.body = .pieces(pieces)
        return answer
    }

    /// A stream of events that stays open.
    package static func events(_ subscription: EventSubscription) -> WebAnswer {
        var answer = WebAnswer(type: "text/event-stream; charset=utf-8", bytes: [])
        answer.headers.append(Header("X-Accel-Buffering", "no"))
        answer.body = .events(subscription)
        return answer
    }
}
