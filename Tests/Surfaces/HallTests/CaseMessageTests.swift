import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Messages in a case, in the Hall")
struct CaseMessageTests {
    @Test("the party writes with a file and reads the answer; text of both stays text, and nobody else sees it")
    func exchange() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go("\(address)/messages")
            #expect(visitor.page.contains("还没有留言"))
            #expect(visitor.page.contains("不代替补正、陈述申辩、送达等有法律效力的通知和文书"))
            try await visitor.send("\(address)/messages", ["text": " "], files: [])
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("留言应有内容，实为空。"))
            for content in ["<html><script>", "#!/bin/sh", "MZ\u{0}"] {
                try await visitor.send(
                    "\(address)/messages",
                    ["text": "见附件"],
                    files: [("files", "证明.pdf", content)]
                )
                #expect(visitor.status == 422, "\(content)")
                #expect(visitor.page.contains("文件“证明.pdf”的内容应为"))
                #expect(visitor.page.contains("见附件"), "what was typed is kept")
            }
            try await visitor.send(
                "\(address)/messages",
                ["text": "材料<script>alert(1)</script>{{7*7}}收到了吗"],
                files: [("files", "证明.pdf", "%PDF-1.4")]
            )
            #expect(visitor.page.contains("材料&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}收到了吗"))
            #expect(visitor.page.contains("证明.pdf"))
            #expect(visitor.page.contains("对方未读"))
            #expect(!visitor.page.contains("\(address)/messages/1/1"), "the code alone opens no file of the party")
            try await visitor.go("\(address)/messages/1/1")
            #expect(visitor.status == 404)
            let number = receipt.number
            let found = try await site.house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
            let id = try #require(found).id
            let window = try site.house.officer(.reception)
            try await site.house.submit(ReadCaseMessages(caseFile: id, through: 1), by: window)
            try await site.house.submit(SendCaseMessage(caseFile: id, text: "收到<b>，正在</b>审查。"), by: window)
            try await visitor.go(address)
            #expect(visitor.page.contains("承办人员有新的留言"))
            try await visitor.go("\(address)/messages")
            #expect(visitor.page.contains("对方已读"))
            #expect(visitor.page.contains("收到&lt;b&gt;，正在&lt;/b&gt;审查。"))
            let conversation = try await site.house.log.read(TestHouse.realm) { try $0.conversation(of: id).state }
            #expect(conversation.unread(by: .party) == nil)
            try await visitor.go("/follow/\(number)/AAAAAAAA/messages")
            #expect(visitor.status == 404)
            #expect(!visitor.page.contains("正在"))
            try await visitor.go("\(address)/feed.atom")
            #expect(!visitor.page.contains("正在"), "a feed goes through other hands")
        }
    }
}
