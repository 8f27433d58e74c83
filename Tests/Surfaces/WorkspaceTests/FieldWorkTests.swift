import Casework
import Cryptography
import Directory
import EventLog
import Foundation
import Kernel
import TestHouse
import TestSupport
import Testing
import WebServer

@Suite("Work on site comes back through doors that count once")
struct FieldWorkTests {
    private static let form = "receive-registered"
    private static let taken: Int64 = 1_772_416_800_000  // 2026-03-02 10:00 in Shanghai.

    private static func record(_ kit: String, _ opinion: String) -> [(String, String)] {
        [
            ("form", form), ("kit", kit), ("seen", "1"), ("madeAt", "\(taken)"), ("sentAt", "\(taken + 60_000)"),
            ("\(form)-opinion", opinion), ("accept-accepted-opinion", "不是这张表的"),
        ]
    }

    /// Sends files as field work does and returns the names of the uploads.
    private static func upload(
        _ files: [(name: String, bytes: [UInt8])],
        _ browser: DeskBrowser,
        _ page: RawAnswer,
        _ path: String
    ) async throws -> [String] {
        let version = "Tus-Resumable: 1.0.0"
        var ids: [String] = []
        for file in files {
            let name = Data(file.name.utf8).base64EncodedString()
            let begun = try await browser.call(
                "POST",
                "\(path)/uploads?form=evidence",
                [version, "Upload-Length: \(file.bytes.count)", "Upload-Metadata: filename \(name)"],
                from: page
            )
            let place = try #require(begun.header("Location"))
            let type = "Content-Type: application/offset+octet-stream"
            let sent = try await browser.call(
                "PATCH",
                place,
                [version, type, "Upload-Offset: 0"],
                body: file.bytes,
                from: page
            )
            #expect(sent.status == 204)
            ids.append(try #require(place.split(separator: "/").last.map(String.init)))
        }
        return ids
    }

    private static func evidence(
        _ ids: [String],
        key: String,
        madeAt: Int64 = taken,
        sentAt: Int64 = taken + 60_000
    ) -> [(String, String)] {
        ids.map { ("evidence-files-uploaded", $0) } + [
            ("_key", key), ("evidence-kind", "inspectionRecord"), ("evidence-name", "现场笔录"),
            ("evidence-shows", "现场情况"), ("evidence-origin", "现场制作"), ("madeAt", "\(madeAt)"),
            ("sentAt", "\(sentAt)"),
        ]
    }

    private static func signed(_ text: String, _ signatures: [[(String, String)]]) -> [(String, String)] {
        [
            ("evidence-record-name", "《现场笔录》"), ("evidence-record-file", "笔录正文.txt"),
            ("evidence-record-digest", SHA256Hash.of(Array(text.utf8)).hex),
        ]
            + signatures.enumerated().flatMap { place, fields in
                fields.map { ("evidence-signature-\(place)-\($0.0)", $0.1) }
            }
    }

    /// A case that waits for its handler, who gathers evidence.
    private static func examined(_ desk: TestDesk) async throws -> SubmitApplication.Answer {
        let applied = try await desk.house.apply()
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            try await desk.complete(applied.caseFile, step, outcome, by: .reception)
        }
        return applied
    }

    @Test("the page that devices keep is the same for everybody, and names whatever it needs")
    func page() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let officer = DeskBrowser(port: port)
            _ = try await officer.signIn("window")
            let own = try await officer.get("/field/work")
            let foreign = try await DeskBrowser(port: port).get("/field/work")
            #expect(own.status == 200 && own.body == foreign.body && foreign.cookies.isEmpty)
            #expect(own.body.contains("<noscript>") && !own.body.contains("演示受理"))
            let worker = try await DeskBrowser(port: port).get("/field/worker.js")
            #expect(worker.header("Content-Type")?.hasPrefix("text/javascript") == true)
            let files = worker.body.matches(of: /"(\/[^"]+)"/).map { String($0.1) }
            #expect(files.contains("/field/work") && files.count == 8)
            for file in files { #expect(try await officer.get(file).status == 200, "\(file)") }
            #expect(!files.contains { $0.contains("/desk") })
        }
    }

    @Test(
        "a record is a draft of its step's form: kept once, filled in, taken by the step, and nobody else's",
        arguments: StorageEngine.allCases
    )
    func record(engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        let applied = try await desk.house.apply()
        let path = "/desk/cases/\(applied.number)"
        let door = "/field/cases/\(applied.number)/records"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: path)
            let version = try await desk.house.state(applied.caseFile).version
            let first = try await window.post(door, Self.record("kit-1", "现场核对无误"), from: page)
            #expect(first.status == 200 && first.body.contains("请到办件页核对后归入环节"))
            let again = try await window.post(door, Self.record("kit-1", "现场核对无误"), from: page)
            #expect(again.body == first.body)
            #expect(try await desk.house.state(applied.caseFile).version == version, "a draft is no act")
            let other = try await window.post(door, Self.record("kit-2", "另一份"), from: page)
            #expect(other.status == 409 && other.body.contains("field.recordWaits"))

            var shown = try await window.get(path)
            #expect(shown.body.contains("设备时间 2026-03-02 10:00"))
            #expect(!shown.body.contains("现场核对无误"))
            shown = try await window.get("\(path)?record=\(Self.form)")
            #expect(shown.body.contains("现场核对无误"))
            let approver = DeskBrowser(port: port)
            #expect(try await !approver.signIn("approver", on: path).body.contains("设备时间"))
            let foreign = try await approver.post(door, Self.record("kit-3", "越权"), from: approver.get(path))
            #expect(foreign.status == 403)

            let step = ("\(path)/steps/receive/registered", [("\(Self.form)-opinion", "现场核对无误")])
            let done = try await window.act(step.0, step.1, from: shown)
            #expect(done.body.contains("已办理：收件") && !done.body.contains("还没有归入环节"))
            #expect(done.body.contains("现场填写：设备时间 2026-03-02 10:00"))
            #expect(try await window.act(step.0, step.1, from: shown).body.contains("此前已办理：收件"))
            // The case has moved: what comes now is kept and held against what was done, and no step takes it.
            let late = try await window.post(door, Self.record("kit-4", "迟到的现场记录"), from: done)
            #expect(late.status == 200 && late.body.contains("没有归入"))
            shown = try await window.get("\(path)?record=\(Self.form)")
            #expect(shown.body.contains("现场记录与案卷对照") && shown.body.contains("迟到的现场记录"))
            #expect(shown.body.contains("带到现场之后的办理") && shown.body.contains("现场核对无误"))
            let dropped = try await window.act(
                "\(path)/field-records/discard",
                [("form", Self.form)],
                from: shown
            )
            #expect(dropped.body.contains("已删除现场记录") && !dropped.body.contains("迟到的现场记录"))
        }
    }

    @Test(
        "evidence counts once however often it is handed in, and says what the device said",
        arguments: StorageEngine.allCases
    )
    func evidence(engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        let applied = try await Self.examined(desk)
        let path = "/desk/cases/\(applied.number)"
        let door = "/field/cases/\(applied.number)/evidence"
        let text = "《现场笔录》\n"
        let files = [("笔录正文.txt", Array(text.utf8)), ("签名1.png", [UInt8](repeating: 7, count: 90))]
        let drawn = [("role", "officer"), ("name", "演示乙"), ("signedAt", "\(Self.taken)"), ("file", "签名1.png")]
        let refused = [("role", "party"), ("name", "演示甲"), ("signedAt", "\(Self.taken)"), ("refusal", "不认可")]
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            let page = try await handler.signIn("handler", on: path)
            let ids = try await Self.upload(files, handler, page, path)
            let form = Self.evidence(ids, key: "field-1") + Self.signed(text, [drawn, refused])
            for _ in 1...3 {
                let answer = try await handler.post(door, form, from: page)
                #expect(answer.status == 200 && answer.body.contains("证据第 1 号"), "\(answer.body)")
            }
            let gone = try await handler.post(door, Self.evidence(["unknown"], key: "field-2"), from: page)
            #expect(gone.status == 409 && gone.body.contains("field.uploadsGone"))
            let pieces = try await desk.house.state(applied.caseFile).state.evidence
            #expect(pieces.count == 1)
            let taking = try #require(pieces.first?.evidence?.taking)
            #expect(taking.times.madeAt.milliseconds == Self.taken && taking.record?.signatures.count == 2)
            let shown = try await handler.get(path).body
            #expect(shown.contains("现场取得：设备时间 2026-03-02 10:00"))
            #expect(shown.contains("演示甲，拒绝签名：不认可") && shown.contains("演示乙，已签名"))
        }
    }

    @Test("a clock that runs ahead dates nothing into the future, and is told")
    func clock() async throws {
        let desk = try await TestDesk()
        let applied = try await Self.examined(desk)
        let path = "/desk/cases/\(applied.number)"
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            let page = try await handler.signIn("handler", on: path)
            let ids = try await Self.upload([("照片.jpg", [1, 2, 3])], handler, page, path)
            let year = Int64(365 * 86_400_000)
            let form = Self.evidence(ids, key: "field-1", madeAt: Self.taken + year, sentAt: Self.taken + year)
            let answer = try await handler.post("/field/cases/\(applied.number)/evidence", form, from: page)
            #expect(answer.status == 200)
            let piece = try #require(try await desk.house.state(applied.caseFile).state.evidence.first)
            #expect(piece.evidence?.obtainedOn == desk.house.clock.today)
            #expect(try await handler.get(path).body.contains("设备时钟与服务器相差"))
        }
    }

    @Test(
        "a signature is drawn or refused with its reason, and stands under the text that came",
        arguments: [
            [("role", "party"), ("name", "演示甲")],
            [("role", "party"), ("name", "演示甲"), ("file", "没有来.png")],
            [("role", "party"), ("name", "演示甲"), ("file", "签名1.png"), ("refusal", "又拒绝")],
            [("role", "party"), ("name", ""), ("file", "签名1.png")],
        ]
    )
    func signatures(signature: [(String, String)]) async throws {
        let desk = try await TestDesk()
        let applied = try await Self.examined(desk)
        let path = "/desk/cases/\(applied.number)"
        let door = "/field/cases/\(applied.number)/evidence"
        let text = "《现场笔录》\n"
        let files = [("笔录正文.txt", Array(text.utf8)), ("签名1.png", [UInt8](repeating: 7, count: 90))]
        let fine = [("role", "party"), ("name", "演示甲"), ("file", "签名1.png")]
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            let page = try await handler.signIn("handler", on: path)
            let ids = try await Self.upload(files, handler, page, path)
            for (says, under) in [(text, signature), (text + "改过", fine)] {
                let form = Self.evidence(ids, key: "field-1") + Self.signed(says, [under])
                let answer = try await handler.post(door, form, from: page)
                #expect(answer.status == 422, "\(answer.body)")
            }
            #expect(try await desk.house.state(applied.caseFile).state.evidence.isEmpty)
            // What was refused used up no key.
            let form = Self.evidence(ids, key: "field-1") + Self.signed(text, [fine])
            #expect(try await handler.post(door, form, from: page).status == 200)
        }
    }

    @Test("a kit is for who works on the case, and nobody signs out over unsent work unasked")
    func device() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply()
        try await desk.serve { port in
            let anonymous = DeskBrowser(port: port)
            for address in ["/field/session", "/field/cases/\(applied.number)"] {
                let answer = try await anonymous.get(address)
                #expect(answer.status == 303 && answer.header("Location")?.hasPrefix("/sign-in") == true)
            }
            let approver = DeskBrowser(port: port)
            _ = try await approver.signIn("approver")
            #expect(try await approver.get("/field/cases/\(applied.number)").status == 403)
            let session = try await approver.get("/field/session").body
            let owner = try #require(session.firstMatch(of: /"owner":"([0-9a-f]+)"/)).1
            let page = try await approver.get("/desk")
            approver.set("hengjian_field", to: "\(owner).2.0")
            let asked = try await approver.post("/sign-out", [], from: page)
            #expect(asked.status == 409 && asked.body.contains("还有 2 项现场记录没有发送"))
            let left = try await approver.post("/sign-out", [("discard", "1")], from: page)
            #expect(left.status == 303 && left.header("Clear-Site-Data") == "\"storage\", \"cache\"")
            #expect(left.cookies.contains { $0.hasPrefix("hengjian_field=;") && $0.contains("Max-Age=0") })

            // Another's unsent work is not wiped, and the mark that would show it goes when somebody else signs in.
            let window = DeskBrowser(port: port)
            window.set("hengjian_field", to: "\(owner).2.0")
            let entered = try await window.post(
                "/sign-in",
                [("name", "window"), ("password", TestDesk.password), ("from", "/desk")],
                from: window.get("/sign-in")
            )
            #expect(entered.cookies.contains { $0.hasPrefix("hengjian_field=;") })
            let mine = try #require(
                try await window.get("/field/session").body.firstMatch(of: /"owner":"([0-9a-f]+)"/)
            ).1
            window.set("hengjian_field", to: "\(mine).0.2")
            let gone = try await window.post("/sign-out", [], from: window.get("/desk"))
            #expect(gone.status == 303 && gone.header("Clear-Site-Data") == nil)
        }
    }
}
