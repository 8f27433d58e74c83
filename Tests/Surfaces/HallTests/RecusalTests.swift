import BlobStore
import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Asking in the Hall that an officer keep out (申请回避)")
struct RecusalTests {
    @Test("asked by name with a file, from the page of the case; request and decision stand in its timeline")
    func asked() async throws {
        let site = try await HallTestSite()
        let house = site.house
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go(address)
            #expect(visitor.page.contains("\(address)/recusal"))
            try await visitor.go("\(address)/recusal")
            let typed = ["named": "演示审核", "ground": "interest", "reason": "审核人是竞争单位的<股东>"]
            for (changed, words) in [
                (["ground": ""], "回避事由应为所列的一项"), (["reason": "短"], "理由应至少 5 个字，实为 1 个字"),
                (["named": "李某某"], "应为承办机关人员的姓名，实为“李某某”"), (["named": ""], "本件还没有经办人"),
            ] {
                try await visitor.send("\(address)/recusal", typed.merging(changed) { $1 }, files: [])
                #expect(visitor.status == 422 || visitor.status == 409, "\(words)")
                #expect(visitor.page.contains(words), "\(words)")
                #expect(visitor.page.contains("</textarea>"), "the form is there again")
            }
            try await visitor.send(
                "\(address)/recusal",
                typed,
                files: [("files", "证明.pdf", "%PDF-1.4")]
            )
            #expect(visitor.path == address)
            #expect(visitor.page.contains("已提出回避申请"))
            #expect(visitor.page.contains("申请演示审核回避"))
            #expect(!visitor.page.contains("竞争单位"), "the reasons are for those who decide")
            let number = receipt.number
            let found = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
            let id = try #require(found).id
            let current = try await house.state(id)
            #expect(current.state.recusals.first?.asked?.by == .party)
            #expect(current.state.recusals.first?.asked?.files.map(\.name) == ["证明.pdf"])
            try await visitor.go("\(address)/recusal")
            try await visitor.send("\(address)/recusal", typed, files: [])
            #expect(visitor.status == 409)
            #expect(visitor.page.contains("已经提出，正在等待决定"))
            let refuse = SettleRecusal(
                caseFile: id,
                seen: current.version,
                officer: Officer.ID(try house.officer(.review).id),
                isGranted: false,
                reasons: "经核查，没有利害关系"
            )
            try await house.submit(refuse, by: house.officer(.approve))
            try await visitor.go(address)
            #expect(visitor.page.contains("驳回回避申请"))
            #expect(visitor.page.contains("演示审核：不回避，理由见《回避决定书》"))
            try await visitor.go("\(address)/recusal")
            try await visitor.send("\(address)/recusal", typed, files: [])
            #expect(visitor.status == 409 && visitor.page.contains("已经驳回"))
            try await visitor.go("\(address)/recusal")
            try await visitor.send("\(address)/recusal", typed.merging(["named": "演示窗口"]) { $1 }, files: [])
            let requests = try await site.acts(on: id) { if case .recusal(.asked) = $0 { true } else { false } }
            #expect(Set(requests).count == 2, "who is told of one is told of the other too")
            try await visitor.go("/follow/\(number)/AAAAAAAA/recusal")
            #expect(visitor.status == 404)
        }
    }

    @Test("once the case is closed there is nobody left to keep out")
    func closed() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go("\(address)/withdraw")
            try await visitor.send("\(address)/withdraw", ["reason": "选址有变"])
            #expect(!visitor.page.contains("\(address)/recusal"))
            try await visitor.go("\(address)/recusal")
            #expect(visitor.status == 409)
            let number = receipt.number
            let found = try await site.house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
            let id = try #require(found).id
            let withdrawals = try await site.acts(on: id) { if case .withdrawn = $0 { true } else { false } }
            #expect(withdrawals.count == 1 && withdrawals.first != id.text, "an act of its own")
        }
    }
}

extension HallTestSite {
    /// Which acts the facts of a case that one looks for belong to; of one act everybody is told once.
    fileprivate func acts(on id: CaseFile.ID, _ isLookedFor: (CaseFileEvent) -> Bool) async throws -> [String] {
        try await house.log.read(TestHouse.realm) { try $0.history(of: id) }
            .filter { $0.as(CaseFileEvent.self).map(isLookedFor) ?? false }
            .map(\.envelope.command.correlation)
    }
}
