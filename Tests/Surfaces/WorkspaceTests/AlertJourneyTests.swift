import Casework
import Directory
import EventLog
import Exchange
import Foundation
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@Suite("Alerts and the calendar on the desk")
struct AlertJourneyTests {
    @Test("what waits for the post is told on the desk, with a link to the case")
    func told() async throws {
        let desk = try await TestDesk()
        try await desk.alerts.write()
        let answer = try await desk.house.apply()
        try await desk.alerts.write()
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: "/alerts")
            #expect(page.body.contains("/desk/cases/\(answer.number)"))
            #expect(page.body.contains("已“申请”，等待办理"))
            #expect(page.body.contains("未读 1 条"))
            #expect(!page.body.contains("张三"))
            let read = try await window.act("/alerts/read", [], from: page)
            #expect(read.body.contains("未读 0 条"))
            let other = DeskBrowser(port: port)
            #expect(try await other.signIn("reviewer", on: "/alerts").body.contains("没有通知"))
        }
    }

    @Test("that a letter was accepted and that it was answered are two acts, so that its writer is told of both")
    func letter() async throws {
        let desk = try await TestDesk()
        let complaint = FileLetter(
            .complaint,
            about: .agency(desk.house.agency),
            title: "窗口违规收费",
            text: "办理时被要求另交一百元。",
            writer: nil,
            queryDigest: "digest",
            desk.clocks
        )
        let filed = try await desk.house.submit(complaint, by: Actor(kind: .visitor, id: "hall"))
        let address = "/correspondence/\(filed.number)"
        try await desk.serve { port in
            let officer = DeskBrowser(port: port)
            _ = try await officer.signIn("approver")
            var page = try await officer.get(address)
            page = try await officer.act("\(address)/accept", [], from: page)
            let reply = [("reply", "经查，收费没有依据，已责令退还。"), ("outcome", "unfounded"), ("measures", "")]
            page = try await officer.act("\(address)/reply", reply, from: page)
            #expect(page.body.contains("已办理：答复"))
        }
        let letter = Letter.stream(filed.letter.text)
        let acts = try await desk.house.log.read(TestHouse.realm) { try $0.events(of: letter) }
            .map(\.envelope.command.correlation)
        #expect(Set(acts).count == 3, "filed, accepted, answered")
    }

    @Test("an officer chooses address and rhythm; what is no address is said at its field and stays as typed")
    func ways() async throws {
        let desk = try await TestDesk()
        let officer = try desk.house.officer(.reception).id
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: "/alerts")
            let refused = try await window.post(
                "/alerts/ways",
                [("mail", "李@x"), ("mobile", "123"), ("rhythm", "digest")],
                from: page
            )
            #expect(refused.status == 422)
            #expect(refused.body.contains("有 2 处需要更正") && refused.body.contains("李@x"))
            let kept = try await window.act(
                "/alerts/ways",
                [("mail", " li@x.example "), ("mobile", "13800000000"), ("rhythm", "digest")],
                from: page
            )
            #expect(kept.body.contains("通知方式已保存") && kept.body.contains("li@x.example"))
        }
        let chosen = AlertPreference(mail: MailAddress("li@x.example"), mobile: "13800000000", isDigest: true)
        #expect(try await desk.alerts.preference(of: officer) == chosen)
    }

    @Test("the calendar shows the own deadlines under an address that its owner can make void")
    func calendar() async throws {
        let desk = try await TestDesk()
        let answer = try await desk.house.apply()
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: "/alerts")
            let made = try await window.post("/alerts/calendar", [], from: page)
            let start = try #require(made.body.range(of: "http://hall.example/calendar/")).upperBound
            let key = String(made.body[start...].prefix(64))
            let program = RawClient(port: port)
            let calendar = try await program.send("GET", "/calendar/\(key)")
            #expect(calendar.status == 200)
            #expect(calendar.header("Content-Type") == "text/calendar; charset=utf-8")
            let text = calendar.body.replacing("\r\n ", with: "")
            #expect(text.contains("UID:\(answer.number)-answer@hengjian"))
            #expect(text.contains("DTSTART;VALUE=DATE:20260309"))
            #expect(!text.contains("张三"))
            #expect(try await window.get("/alerts/calendar.ics").body == calendar.body)
            // Another's calendar is another's.
            let reviewer = DeskBrowser(port: port)
            _ = try await reviewer.signIn("reviewer")
            #expect(try await !reviewer.get("/alerts/calendar.ics").body.contains(answer.number))

            let renewed = try await window.post("/alerts/calendar", [], from: page)
            #expect(renewed.status == 200)
            #expect(try await program.send("GET", "/calendar/\(key)").status == 404)
            _ = try await window.act("/alerts/calendar/revoke", [], from: renewed)
            let second = try #require(renewed.body.range(of: "http://hall.example/calendar/")).upperBound
            let gone = try await program.send("GET", "/calendar/\(renewed.body[second...].prefix(64))")
            #expect(gone.status == 404)
            #expect(try await program.send("GET", "/calendar/nobody").status == 404)
        }
    }
}
