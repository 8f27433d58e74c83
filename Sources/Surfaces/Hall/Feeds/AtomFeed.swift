import Interchange
import WebServer

/// A feed that any reader follows (RFC 4287).
struct AtomFeed: Sendable {
    /// The address under which the public reaches the Hall; empty makes addresses without a host.
    let origin: String
    /// The feed's own path.
    let path: String
    let title: String
    /// Of the newest entry, as 2026-03-02T09:00:00+08:00.
    let updated: String
    let entries: [Entry]

    struct Entry: Hashable, Sendable {
        /// The path of the page, which also makes the entry's lasting identifier with `key`.
        let path: String
        let key: String
        let title: String
        let summary: String
        let updated: String
    }

    var answer: WebAnswer {
        WebAnswer(type: "application/atom+xml; charset=utf-8", bytes: Array(text.utf8))
    }

    private var text: String {
        let address = XMLText.escape(origin + path)
        var xml =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">"
        xml += "<title>\(XMLText.escape(title))</title><id>\(address)</id><updated>\(updated)</updated>"
        xml += "<link rel=\"self\" href=\"\(address)\"/><author><name>\(XMLText.escape(title))</name></author>"
        for entry in entries {
            let page = XMLText.escape(origin + entry.path)
            xml += "<entry><title>\(XMLText.escape(entry.title))</title><id>\(page)#\(XMLText.escape(entry.key))</id>"
            xml += "<updated>\(entry.updated)</updated><link href=\"\(page)\"/>"
            xml += "<summary>\(XMLText.escape(entry.summary))</summary></entry>"
        }
        return xml + "</feed>\n"
    }
}
