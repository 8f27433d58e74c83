import Catalog
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Lists at the desk")
struct OfficialListDeskTests {
    private static let header =
        "执法类别,执法事项,记录环节,记录方式,记录开始时间,记录内容,记录结束时间,存储期限,备注"

    @Test(
        "a list is uploaded, told what is wrong row by row, handed in, published by another, filed, sent back and received"
    )
    func walk() async throws {
        let desk = try await TestDesk()
        let path = "/official-lists/recordings/\(desk.house.agency.text)"
        let today = desk.house.clock.today
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/official-lists")
            for text in ["音像记录事项清单", "没有公布", "演示教"] { #expect(page.body.contains(text), "\(text)") }
            page = try await keeper.get(path)
            let faulty = "\(Self.header)\r\n行政处罚,查封,现场检查,,出示证件,全过程,离开现场,30年,\r\n"
            page = try await keeper.post(path, [("reason", "首次编制")], files: [("file", "list.csv", faulty)], from: page)
            #expect(page.status == 422)
            for text in ["没有采用", "记录方式", "已填写"] { #expect(page.body.contains(text), "\(text)") }
            let whole = "\(Self.header)\r\n行政处罚,查封,现场检查,执法记录仪,出示证件,全过程,离开现场,30年,\r\n"
            page = try await keeper.post(path, [("reason", "首次编制")], files: [("file", "list.csv", whole)], from: page)
            page = try await keeper.get(path)
            for text in ["增加 1 行", "执法记录仪", "确认：报送"] { #expect(page.body.contains(text), "\(text)") }
            let report = [
                ("submit-document", "区教〔2026〕8号"), ("submit-head", "张某"), ("submit-on", today.description),
            ]
            page = try await keeper.post("\(path)/submit", report, from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应上传负责人签发、盖章的文件，实为没有"))
            let sealed = [("submit-files", "申请报告.pdf", "%PDF-1.7 sealed")]
            page = try await keeper.act("\(path)/submit", report, files: sealed, from: page)
            #expect(page.body.contains("已办理：报送法制机构"))
            #expect(!page.body.contains("确认：审核公布"), "who writes it does not publish it")
            page = try await keeper.post("\(path)/publish", [("publish-on", today.description)], from: page)
            #expect(page.status == 403)

            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: path)
            page = try await office.act("\(path)/publish", [("publish-on", today.description)], from: page)
            #expect(page.body.contains("第 1 版的内容"))
            page = try await office.get("/official-lists")
            #expect(page.body.contains("前报送备案"))
            page = try await office.get(path)
            #expect(!page.body.contains("确认：准予备案"), "nothing came")
            page = try await office.post("\(path)/hand-in", [], from: page)
            #expect(page.status == 403, "who receives does not file")

            page = try await keeper.get(path)
            #expect(try await keeper.get("\(path)/list.pdf").body.hasPrefix("%PDF"))
            #expect(try await keeper.get("\(path)/receipts/1/receipt.pdf").status == 404, "nobody received it")
            let note = [("hand-in-files", "编制说明.pdf", "%PDF-1.7 note")]
            page = try await keeper.act("\(path)/hand-in", [("hand-in-note", "首次报送")], files: note, from: page)
            for text in ["首次报送", "（第 1 版）.pdf", "（第 1 版）.xlsx", "编制说明.pdf", "待答复", "前由法制机构答复"] {
                #expect(page.body.contains(text), "\(text)")
            }
            let files = page.body.matches(of: /href="([^"]+\/files\/\d+\/\d)"/).prefix(3).map { String($0.1) }
            #expect(try await keeper.get(files[0]).body.hasPrefix("%PDF"), "the sealed list")
            #expect(try await keeper.get(files[1]).body.hasPrefix("PK"), "its rows as data")
            #expect(try await keeper.get(files[2]).body == "%PDF-1.7 note")
            #expect(try await keeper.get("\(path)/files/3/1").status == 404, "a fact without files has none")

            page = try await office.get("/filings")
            for text in ["待法制机构答复", "音像记录事项清单"] { #expect(page.body.contains(text), "\(text)") }
            page = try await office.get(path)
            page = try await office.post("\(path)/return-filing", [("return-filing-comment", " ")], from: page)
            #expect(page.status == 422)
            page = try await office.act("\(path)/return-filing", [("return-filing-comment", "存储期限不全")], from: page)
            #expect(page.body.contains("存储期限不全"))
            page = try await keeper.get(path)
            #expect(page.body.contains("前重新报送备案"))
            page = try await keeper.act("\(path)/hand-in", [], from: page)
            page = try await office.get(path)
            page = try await office.act("\(path)/receive", [("receive-comment", "准予")], from: page)
            #expect(page.body.contains("备〔\(today.year)〕1号"))
            #expect(try await office.get("\(path)/receipts/1/receipt.pdf").body.hasPrefix("%PDF"))
            #expect(try await keeper.get("/filings").body.contains("备〔\(today.year)〕1号"))
            page = try await keeper.get(path)
            page = try await keeper.post("\(path)/hand-in", [], from: page)
            #expect(page.status == 409)

            // The next version says what it rests on.
            page = try await keeper.get(path)
            let next = whole.replacing("30年", with: "永久")
            let file = [("file", "list.csv", next)]
            page = try await keeper.post(path, [("reason", "延长存储期限")], files: file, from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("调整应写明所依据的文件"))
            let cause = [("trigger", "law"), ("evidence", "行政处罚法"), ("evidenceOn", today.description)]
            page = try await keeper.post(path, [("reason", "延长存储期限")] + cause, files: file, from: page)
            page = try await keeper.get(path)
            for text in ["法律、法规、规章立改废：行政处罚法（\(today.chinese)）", "报送期限", "确认：报送"] {
                #expect(page.body.contains(text), "\(text)")
            }
            page = try await office.get("/official-lists/recordings/nobody")
            #expect(page.status == 404)
        }
    }
}
