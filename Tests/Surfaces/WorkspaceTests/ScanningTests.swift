import Access
import BlobStore
import Casework
import EventLog
import Kernel
import Parties
import Synchronization
import TestHouse
import TestSupport
import Testing
import Workspace

@Suite("Files from outside open only after the scanner passed them")
struct ScanningTests {
    /// Says what the test tells it to say.
    private final class Scanner: FileScanner {
        enum Mood {
            case down
            case finds(String)
            case passes
        }

        private let state = Mutex((mood: Mood.down, asked: 0))

        func feel(_ mood: Mood) { state.withLock { $0.mood = mood } }

        var asked: Int { state.withLock { $0.asked } }

        func harm(in file: BlobChunks) async throws(FileScannerDown) -> String? {
            let mood = state.withLock { state in
                state.asked += 1
                return state.mood
            }
            switch mood {
            case .down: throw FileScannerDown("查毒程序连接不上或者中断")
            case .finds(let name): return name
            case .passes: return nil
            }
        }
    }

    @Test("down: held back and said so; harmful: closed; passed: opened, and asked again only the next day")
    func held() async throws {
        var desk = try await TestDesk()
        let scanner = Scanner()
        desk.scanner = scanner
        let file = try await desk.blobs.keep(
            Array("申请书".utf8),
            name: "申请书.pdf",
            mediaType: "application/pdf",
            randomness: SystemRandomness()
        )
        let submission = Submission(
            answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
            materials: [SubmittedMaterial(material: "申请书", attachments: [file])]
        )
        let answer = try await desk.house.submit(
            SubmitApplication(
                item: desk.house.license,
                channel: .online,
                applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
                submission: submission,
                queryDigest: "digest"
            ),
            by: Actor(kind: .visitor, id: "visitor")
        )
        let running = desk
        try await running.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let path = "/desk/cases/\(answer.number)/files/0/0"
            let held = try await window.get(path)
            #expect(held.status == 503)
            #expect(held.body.contains("尚未查毒，暂不打开") && held.body.contains("查毒程序连接不上或者中断"))
            scanner.feel(.finds("Eicar.Local"))
            let closed = try await window.get(path)
            #expect(closed.status == 403 && closed.body.contains("含有病毒，不能打开"))
            #expect(closed.body.contains("Eicar.Local"))
            scanner.feel(.passes)
            #expect(try await window.get(path).body == "申请书")
            scanner.feel(.down)
            #expect(try await window.get(path).body == "申请书")
            #expect(scanner.asked == 3)
        }
        let kinds = try await running.access.audit(AuditSearch(), before: SystemClock().now + .seconds(60), limit: 50)
            .map(\.kind)
        #expect(kinds.count { $0 == .fileHeldBack } == 2)
        #expect(kinds.count { $0 == .personalSeen } >= 2)
    }
}
