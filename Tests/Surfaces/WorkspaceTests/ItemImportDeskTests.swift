import BlobStore
import Catalog
import Directory
import EventLog
import Kernel
import Law
import TestHouse
import TestSupport
import Testing

@Suite("An agency's list at the desk")
struct ItemImportDeskTests {
    private static let header = "编号,职权名称,类别,单位,依据,时限,时限依据,收费,材料"
    private static let places = [
        "code": "编号", "name": "职权名称", "category": "类别", "agencyName": "单位", "bases": "依据", "statutoryLimit": "时限",
        "statutorySource": "时限依据", "isCharged": "收费", "materials": "材料",
    ]
    private static let columns = ItemColumns.Field.allCases.map {
        ("column-\($0.rawValue)", places[$0.rawValue] ?? "")
    }

    private static func list(_ agency: String) -> String {
        """
        \(header)
        D-1,风筝放飞许可,行政许可,\(agency),中华人民共和国民办教育促进法#12,20个工作日,行政许可法§42,否,申请书；场地证明
        D-2,,行政许可,\(agency),,,,,
        D-1,又一项,行政许可,\(agency),,,,,
        D-3,别人的事项,行政许可,别的机关,,,,,
        D-4,风筝检查,行政检查,,,三十来天,,,
        """
    }

    private func drafts(in desk: TestDesk) async throws -> Int {
        try await desk.house.log.read(TestHouse.realm) { try $0.draftCounts(ofAgency: nil).values.reduce(0, +) }
    }

    @Test("its columns are told and remembered; it is reported row by row and changes nothing until it is confirmed")
    func walk() async throws {
        let desk = try await TestDesk()
        let agency = desk.house.agency
        let name = try await desk.house.log.read(TestHouse.realm) { try $0.reader.agency(agency, in: TestHouse.realm) }
        let list = Self.list(try #require(name).profile.name)
        let before = try await drafts(in: desk)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/catalog/import")
            #expect(page.body.contains("上传并核对"))
            page = try await keeper.post("/catalog/import", [("agency", agency.text)], files: [], from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应选择一个清单文件"))
            page = try await keeper.post(
                "/catalog/import",
                [("agency", agency.text)],
                files: [("list-file", "清单.txt", list)],
                from: page
            )
            #expect(page.status == 422)
            page = try await keeper.post(
                "/catalog/import",
                [("agency", agency.text)],
                files: [("list-file", "清单.csv", list)],
                from: page
            )
            for text in ["各栏的对应关系", "职权名称", "按对应关系重新核对"] { #expect(page.body.contains(text), "\(text)") }
            #expect(!page.body.contains("逐行报告"), "nobody knows yet which column is the code")

            func kept(_ page: RawAnswer) throws -> [(String, String)] {
                try ["kept", "list-file-kept"].map { ($0, try #require(page.field($0))) }
            }
            var fields = [("agency", agency.text)] + Self.columns + (try kept(page))
            page = try await keeper.post("/catalog/import", fields + [("do", "check")], files: [], from: page)
            for text in ["逐行报告", "风筝放飞许可", "职权名称：应为文字，实为空", "与第 2 行相同", "实为别的机关", "质量报告", "依据", "未填报", "三十来天"] {
                #expect(page.body.contains(text), "\(text)")
            }
            let report = try await keeper.post("/catalog/import", fields + [("do", "report")], files: [], from: page)
            #expect(report.body.contains("行,种类,栏,说明"))
            for text in ["退回,职权名称,应为文字，实为空", "字段缺失,", "退回,编号,"] { #expect(report.body.contains(text), "\(text)") }
            #expect(try await drafts(in: desk) == before, "nothing is taken before it is confirmed")
            fields = [("agency", agency.text)] + Self.columns + (try kept(page))
            page = try await keeper.post("/catalog/import", fields + [("do", "take")], files: [], from: page)
            #expect(page.body.contains("应选择调整的原因"))
            fields = [("agency", agency.text), ("list-trigger", "law")] + Self.columns + (try kept(page))
            page = try await keeper.post("/catalog/import", fields + [("do", "take")], files: [], from: page)
            #expect(page.body.contains("调整应写明所依据的文件"))
            #expect(try await drafts(in: desk) == before, "an adjustment rests on a document")
            fields = [("agency", agency.text), ("list-trigger", "law"), ("list-evidence", "演示府发〔2026〕9号")]
            fields += Self.columns + (try kept(page))
            let paper = ("list-papers", "决定.pdf", "%PDF-1.7")
            page = try await keeper.act("/catalog/import", fields + [("do", "take")], files: [paper], from: page)
            #expect(page.body.contains("新起草 2 项、修改 0 项；未变 0 行、退回 3 行"))
            #expect(page.body.contains("风筝放飞许可"))
            #expect(try await drafts(in: desk) == before + 2)
            let draft = try await desk.house.log.read(TestHouse.realm) { reading in
                try #require(try reading.powerItem(code: "D-1")?.item.state.draft)
            }
            #expect(draft.content.statutoryLimit == StatutoryLimit(.workingDays(20), source: LegalBasis("行政许可法", 42)))
            #expect(draft.content.materials?.map(\.name) == ["申请书", "场地证明"])
            #expect(draft.content.fee == Fee(isCharged: false))
            #expect(draft.adjustment?.kind == .added)
            #expect(draft.adjustment?.files?.map(\.name) == ["决定.pdf"])

            page = try await keeper.get("/catalog/import")
            let next = list.replacing("风筝放飞许可", with: "风筝放飞审批")
            page = try await keeper.post(
                "/catalog/import",
                [("agency", agency.text)],
                files: [("list-file", "清单.csv", next)],
                from: page
            )
            for text in ["已按本机关上次采用的对应关系填写", "事项名称", "未变"] { #expect(page.body.contains(text), "\(text)") }

            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: "/catalog")
            page = try await office.get("/catalog/import")
            #expect(page.status == 403)
        }
    }
}
