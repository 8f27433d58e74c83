import BlobStore
import Casework
import Cryptography
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Large files come in parts (tus 1.0.0)")
struct ResumableUploadTests {
    private static let version = "Tus-Resumable: 1.0.0"
    private static let part = "Content-Type: application/offset+octet-stream"

    /// One file on its way to the recordings of a case.
    private struct Sending {
        let browser: DeskBrowser
        let page: RawAnswer
        let bytes: [UInt8]
        let path: String

        init(_ browser: DeskBrowser, _ page: RawAnswer, _ caseFile: String, _ bytes: [UInt8]) async throws {
            (self.browser, self.page, self.bytes) = (browser, page, bytes)
            // 现场.mp4, video/mp4.
            let told = "Upload-Metadata: filename 546w5Zy6Lm1wNA==,filetype dmlkZW8vbXA0"
            let begun = try await browser.call(
                "POST",
                "\(caseFile)/uploads?form=recordings",
                [version, "Upload-Length: \(bytes.count)", told],
                from: page
            )
            #expect(begun.status == 201 && begun.header("Upload-Offset") == "0")
            path = try #require(begun.header("Location"))
        }

        func send(_ range: Range<Int>, at offset: Int? = nil, cutAfter: Int? = nil) async throws -> RawAnswer {
            try await browser.call(
                "PATCH",
                path,
                [version, part, "Upload-Offset: \(offset ?? range.lowerBound)"],
                body: Array(bytes[range]),
                cutAfter: cutAfter,
                from: page
            )
        }

        func offset() async throws -> Int? {
            let standing = try await browser.call("HEAD", path, [version], from: page)
            #expect(standing.header("Cache-Control") == "no-store" && standing.header("Upload-Expires") != nil)
            return standing.header("Upload-Offset").flatMap { Int($0) }
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] { SeededRandomness(seed: 5).bytes(count) }

    private static let recording = [
        ("recordings-step", "receive"), ("recordings-way", "bodyCamera"), ("recordings-content", "受理现场"),
        ("recordings-place", "办事窗口"), ("recordings-device", "A-1"), ("recordings-startedAt", "2026-03-02T08:30"),
        ("recordings-minutes", "10"),
    ]

    @Test("after a cut line the upload goes on where it stood, and the file is the same to the byte")
    func goesOn() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply()
        let caseFile = "/desk/cases/\(applied.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: caseFile)
            let sending = try await Sending(window, page, caseFile, Self.bytes(300_000))
            #expect(try await sending.send(0..<100_000).status == 204)
            _ = try? await sending.send(100_000..<200_000, cutAfter: 40_000)
            #expect(try await sending.offset() == 100_000)
            // A part that comes twice, or too early, changes nothing and says where to go on.
            for start in [0, 200_000] {
                let refused = try await sending.send(start..<300_000)
                #expect(refused.status == 409 && refused.header("Upload-Offset") == "100000")
            }
            #expect(try await sending.send(100_000..<200_000).header("Upload-Offset") == "200000")
            let last = try await sending.send(200_000..<300_000)
            #expect(last.status == 204 && last.header("Upload-Offset") == "300000")

            let id = try #require(sending.path.split(separator: "/").last.map(String.init))
            let filed = try await window.act(
                "\(caseFile)/recordings",
                Self.recording + [("recordings-files-uploaded", id)],
                from: page
            )
            #expect(filed.body.contains("已办理：归入音像记录") && filed.body.contains("现场.mp4"))
            #expect(filed.body.contains("data-upload=\"\(caseFile)/uploads?form=recordings\""))
            let file = try await window.get("\(caseFile)/recordings/1/0")
            #expect(SHA256Hash.of(file.content) == SHA256Hash.of(sending.bytes))
            #expect(file.header("Content-Type") == "video/mp4")
            // The same form once more, as after a lost answer: done before, and not refused for its missing file.
            let again = try await window.act(
                "\(caseFile)/recordings",
                Self.recording + [("recordings-files-uploaded", id)],
                from: page
            )
            #expect(again.body.contains("此前已办理：归入音像记录"))
            // It belongs to the recording now: nobody can put it into another.
            #expect(try await window.call("HEAD", sending.path, [Self.version], from: page).status == 404)
        }
    }

    @Test("each part is asked anew: not another's, not without the desk's token, not once one is signed out")
    func authority() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply()
        let caseFile = "/desk/cases/\(applied.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: caseFile)
            let sending = try await Sending(window, page, caseFile, Self.bytes(2_000))
            let approver = DeskBrowser(port: port)
            let other = try await approver.signIn("approver", on: caseFile)
            let headers = [Self.version, Self.part, "Upload-Offset: 0"]
            let stolen = try await approver.call("PATCH", sending.path, headers, body: sending.bytes, from: other)
            #expect(stolen.status == 404)
            let forged = try await window.call("PATCH", sending.path, headers, body: sending.bytes, from: stolen)
            #expect(forged.status == 403)
            let id = try #require(sending.path.split(separator: "/").last.map(String.init))
            let unfinished = try await window.post(
                "\(caseFile)/recordings",
                Self.recording + [("recordings-files-uploaded", id)],
                from: page
            )
            #expect(unfinished.status == 409 || unfinished.status == 422)
            _ = try await window.post("/sign-out", [], from: page)
            #expect(try await sending.send(0..<2_000).status >= 400)
        }
    }

    @Test("what is out of bounds is refused as the protocol says")
    func bounds() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply()
        let caseFile = "/desk/cases/\(applied.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window", on: caseFile)
            let uploads = "\(caseFile)/uploads"
            let terms = try await window.call("OPTIONS", uploads, from: page)
            #expect(terms.status == 204 && terms.header("Tus-Version") == "1.0.0")
            #expect(terms.header("Tus-Extension") == "creation,expiration,termination")
            let cases: [(query: String, headers: [String], status: Int)] = [
                ("?form=recordings", ["Upload-Length: 5"], 412),
                ("?form=recordings", [Self.version], 400),
                ("?form=recordings", [Self.version, "Upload-Length: 0"], 400),
                ("?form=nonsense", [Self.version, "Upload-Length: 5"], 400),
                ("?form=recordings", [Self.version, "Upload-Length: \(Uploads.longest + 1)"], 413),
            ]
            for (query, headers, status) in cases {
                let answer = try await window.call("POST", uploads + query, headers, from: page)
                #expect(answer.status == status, "\(query) \(headers)")
            }
            let sending = try await Sending(window, page, caseFile, Self.bytes(5_000))
            let long = [Self.version, Self.part, "Upload-Offset: 0"]
            let over = try await window.call("PATCH", sending.path, long, body: Self.bytes(5_001), from: page)
            #expect(over.status == 413)
            let form = [Self.version, "Content-Type: text/plain", "Upload-Offset: 0"]
            #expect(try await window.call("PATCH", sending.path, form, body: [1], from: page).status == 415)
            #expect(try await window.call("DELETE", sending.path, [Self.version], from: page).status == 204)
            #expect(try await window.call("HEAD", sending.path, [Self.version], from: page).status == 404)
            for _ in 0..<Uploads.most { _ = try await Sending(window, page, caseFile, [1]) }
            let many = [Self.version, "Upload-Length: 5"]
            #expect(try await window.call("POST", "\(uploads)?form=recordings", many, from: page).status == 429)
        }
    }

    @Test("an upload that nobody goes on with for a day is gone, and its file with it")
    func expires() async throws {
        let desk = try await TestDesk()
        let uploads = desk.uploads
        let begun = try await uploads.begin("a.mp4", mediaType: "video/mp4", length: 10, owner: "o", about: "m")
        let taken = try await uploads.append([1, 2, 3], at: 0, to: begun.id, of: "o")
        let part = try #require(taken.parts.first?.stored)
        desk.house.clock.set(desk.house.clock.now + .seconds(86_400))
        await #expect(throws: UploadFault.unknown) { try await uploads.upload(begun.id, of: "o") }
        #expect(try await uploads.sweep() == 1)
        await #expect(throws: (any Error).self) { try await desk.blobs.read(part.blob, key: part.key) }
    }
}
