import Interchange
import Kernel
import Testing

@Suite("Calendars for other programs")
struct CalendarFileTests {
    private func file(_ title: String) -> String {
        let entry = CalendarFile.Entry(
            id: "2026-1-statutory@hengjian",
            day: "2026-12-31",
            title: title,
            text: "第一行\n第二行；a;b,c\\d\r\nBEGIN:VEVENT",
            address: "https://x.example/desk/cases/1",
            remindAt: Instant("2026-12-30", hour: 9),
            changedAt: Instant("2026-11-28", hour: 7, minute: 5, second: 9)
        )
        let file = CalendarFile(named: "期限", [entry])
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test("no line is longer than 75 octets, none tears a character, and joined again they say the same")
    func folding() throws {
        let title = String(repeating: "法定期限届满：民办幼儿园设立审批🏫", count: 12)
        let text = file(title)
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\u{FFFD}") })
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("\r\nSUMMARY:\(title)\r\n"))
    }

    @Test("days are days of the administration, moments stand in universal time")
    func times() {
        let text = file("届满")
        #expect(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"))
        #expect(text.contains("DTSTAMP:20261127T230509Z\r\n"))
        #expect(text.contains("TRIGGER;VALUE=DATE-TIME:20261230T010000Z\r\n"))
    }

    @Test("hours of a day stand in universal time, with the place and without an address that nobody has")
    func hours() {
        let entry = CalendarFile.Entry(
            id: "1@hengjian",
            day: "2026-12-31",
            hours: .init(from: Instant("2026-12-31", hour: 9), to: Instant("2026-12-31", hour: 9, minute: 30)),
            title: "窗口预约",
            text: "带好材料",
            place: "一楼;3号窗口",
            address: "",
            remindAt: nil,
            changedAt: Instant("2026-11-28", hour: 7)
        )
        let text = String(decoding: CalendarFile(named: "预约", [entry]).bytes, as: UTF8.self)
        #expect(text.contains("DTSTART:20261231T010000Z\r\nDTEND:20261231T013000Z\r\nTRANSP:OPAQUE\r\n"))
        #expect(text.contains("LOCATION:一楼\\;3号窗口\r\n"))
        #expect(!text.contains("URL:"))
    }

    @Test("what a text says never becomes a line of its own")
    func escaping() {
        let text = file("届满").replacing("\r\n ", with: "")
        #expect(text.contains("DESCRIPTION:第一行\\n第二行；a\\;b\\,c\\\\d\\nBEGIN:VEVENT\r\n"))
        #expect(text.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" } == 1)
    }
}
