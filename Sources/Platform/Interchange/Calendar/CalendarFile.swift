package import Kernel

/// A calendar as other programs subscribe to it (iCalendar, RFC 5545).
package struct CalendarFile: Sendable {
    /// A matter of a whole day or of hours of it, with a reminder before it.
    package struct Entry: Sendable {
        /// The same for the same matter in every copy.
        let id: String
        let day: Day
        /// `nil` for the whole day.
        let hours: Hours?
        let title: String
        let text: String
        /// Where one goes; `nil` for nowhere.
        let place: String?
        /// Empty for none.
        let address: String
        /// When the reminder comes up; `nil` for none.
        let remindAt: Instant?
        let changedAt: Instant

        package init(
            id: String,
            day: Day,
            hours: Hours? = nil,
            title: String,
            text: String,
            place: String? = nil,
            address: String,
            remindAt: Instant?,
            changedAt: Instant
        ) {
            self.id = id
            self.day = day
            self.hours = hours
            self.title = title
            self.text = text
            self.place = place
            self.address = address
            self.remindAt = remindAt
            self.changedAt = changedAt
        }
    }

    /// From when to when.
    package struct Hours: Sendable {
        let from: Instant
        let to: Instant

        package init(from: Instant, to: Instant) {
            self.from = from
            self.to = to
        }
    }

    private let name: String
    private let entries: [Entry]

    package init(named name: String, _ entries: [Entry]) {
        self.name = name
        self.entries = entries
    }

    /// The file: lines of at most 75 octets that end in CRLF, no character torn apart (RFC 5545 §3.1).
    package var bytes: [UInt8] {
        Array((lines.flatMap(CalendarFile.folded).joined(separator: "\r\n") + "\r\n").utf8)
    }

    private var lines: [String] {
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hengjian//Deadlines//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(CalendarFile.escaped(name))", "X-WR-TIMEZONE:Asia/Shanghai",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ] + entries.flatMap(lines(of:)) + ["END:VCALENDAR"]
    }

    private func lines(of entry: Entry) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(CalendarFile.escaped(entry.id))", "DTSTAMP:\(entry.changedAt.calendarText)",
        ] + CalendarFile.time(of: entry)
            + [
                "SUMMARY:\(CalendarFile.escaped(entry.title))", "DESCRIPTION:\(CalendarFile.escaped(entry.text))",
            ]
            + (entry.place.map { ["LOCATION:\(CalendarFile.escaped($0))"] } ?? [])
            + (entry.address.isEmpty ? [] : ["URL:\(entry.address)"])
            + (entry.remindAt.map { CalendarFile.alarm(at: $0, entry.title) } ?? []) + ["END:VEVENT"]
    }

    private static func time(of entry: Entry) -> [String] {
        if let hours = entry.hours {
            return ["DTSTART:\(hours.from.calendarText)", "DTEND:\(hours.to.calendarText)", "TRANSP:OPAQUE"]
        }
        // A day of the administration stays that day, wherever the reader is: dates bear no zone (§3.3.4).
        return [
            "DTSTART;VALUE=DATE:\(entry.day.calendarText)", "DTEND;VALUE=DATE:\((entry.day + 1).calendarText)",
            "TRANSP:TRANSPARENT",
        ]
    }

    private static func alarm(at moment: Instant, _ title: String) -> [String] {
        [
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER;VALUE=DATE-TIME:\(moment.calendarText)",
            "DESCRIPTION:\(escaped(title))", "END:VALARM",
        ]
    }

    /// Text values escape what separates (§3.3.11).
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { words, scalar in
            switch scalar {
            case "\\", ";", ",": words += "\\\(scalar)"
            case "\n": words += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: words.unicodeScalars.append(scalar)
            }
        }
    }

    private static func folded(_ line: String) -> [String] {
        var (lines, part): ([String], String) = ([], "")
        for character in line.unicodeScalars {
            if part.utf8.count + String(character).utf8.count > 75 {
                lines.append(part)
                part = " "
            }
            part.unicodeScalars.append(character)
        }
        return lines + [part]
    }
}

extension Day {
    fileprivate var calendarText: String { description.filter { $0 != "-" } }
}

extension Instant {
    /// In universal time, as `20261128T010000Z`.
    fileprivate var calendarText: String {
        let text = "\(self - .seconds(8 * 3600))"
        return text.prefix(10).filter { $0 != "-" } + "T" + text.dropFirst(11).prefix(8).filter { $0 != ":" } + "Z"
    }
}
