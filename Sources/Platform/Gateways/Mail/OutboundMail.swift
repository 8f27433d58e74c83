private import Foundation
package import Kernel

/// One mail to one person: plain text in UTF-8.
package struct OutboundMail: Hashable, Sendable {
    package let to: MailAddress
    package let subject: String
    package let text: String
    /// Unique for good; a mail sent twice has it twice, so that readers show it once (RFC 5322 §3.6.4).
    package let id: String
    package let at: Instant

    package init(to: MailAddress, subject: String, text: String, id: String, at: Instant) {
        self.to = to
        self.subject = subject
        self.text = text
        self.id = id
        self.at = at
    }

    /// The mail as it is sent: lines of at most 76 characters that end in CRLF, nothing but ASCII (RFC 5322, 2045, 2047).
    func lines(from sender: MailAddress) -> [String] {
        let domain = sender.text.split(separator: "@").last.map(String.init) ?? "localhost"
        let head = [
            "From: \(sender.text)", "To: \(to.text)", "Date: \(at.mailText)",
            "Message-ID: <\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })@\(domain)>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            // No answer machine answers it (RFC 3834 §5).
            "Auto-Submitted: auto-generated",
        ]
        return head + OutboundMail.folded(subject: subject) + [""] + OutboundMail.base64Lines(text)
    }

    /// Encoded words hold whole characters and at most 75 characters each, one a line.
    private static func folded(subject: String) -> [String] {
        var words: [String] = []
        var part = ""
        for character in subject {
            if (part + String(character)).utf8.count > 39, !part.isEmpty {
                words.append(part)
                part = ""
            }
            part.append(character)
        }
        words.append(part)
        return words.enumerated().map { index, word in
            "\(index == 0 ? "Subject: " : " ")=?utf-8?B?\(Data(word.utf8).base64EncodedString())?="
        }
    }

    private static func base64Lines(_ text: String) -> [String] {
        let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") + "\r\n"
        return Data(crlf.utf8).base64EncodedString(options: .lineLength76Characters)
            .split(whereSeparator: \.isNewline).map(String.init)
    }
}

extension Instant {
    /// As mail dates it (RFC 5322 §3.3), in China's time: `Sat, 28 Nov 2026 09:05:00 +0800`.
    fileprivate var mailText: String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(day)".split(separator: "-")
        let time = "\(self)".dropFirst(11).prefix(8)
        return "\(weekdays[day.weekday - 1]), \(date[2]) \(months[day.month - 1]) \(date[0]) \(time) +0800"
    }
}
