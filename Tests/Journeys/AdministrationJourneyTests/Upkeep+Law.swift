import Browser
import Testing

/// The law an item rests on is amended away, and the item comes back on another article.
extension Upkeep {
    private static let item = "建筑工程施工许可证核发"

    private static func text(_ articles: [String]) -> [UInt8] {
        let body = articles.joined(separator: "\n\n")
        return Array("# 中华人民共和国建筑法\n\n<!-- INFO END -->\n\n## 第一章 演示\n\n\(body)\n".utf8)
    }

    func aLawIsAmended() async throws {
        let old = try house.write(
            "建筑法(2019-04-23).md",
            Self.text(["第七条 演示：开工之前申请领取许可证。", "第八条 演示：申请应当具备的条件。", "第九条 演示：三个月内开工。"])
        )
        let new = try house.write("建筑法(2026-03-01).md", Self.text(["第九条 演示：三个月内开工。", "第十条 演示：开工以前登记并且领取凭证。"]))
        try await signIn("fazhi", on: "/law-library")
        try await look(as: "law-library-empty")
        try await importLaw(old, "导入")
        try await clerk.see("1章 0节 3条")
        #expect(try await clerk.find(.answer(to: "版本")).text == "第 1 版")
        try await importLaw(new, "先核对")
        try await clerk.see("尚未导入")
        try await clerk.see("删去 2 条")
        try await look(as: "law-library-check")
        try await importLaw(new, "导入")
        #expect(try await clerk.find(.answer(to: "版本")).text == "第 2 版")
        try await look(as: "law-library")
        try await importLaw(new, "导入")
        try await clerk.see("实为与《中华人民共和国建筑法》第 2 版相同")
        _ = try await clerk.complaints()
        try await clerk.open("/items?q=建筑工程施工许可证核发")
        try await clerk.press(.link(Self.item))
        try await clerk.see("已不再有效")
    }

    func importLaw(_ file: String, _ button: String) async throws {
        try await clerk.find(.css("input[type=file]")).type(file)
        try await clerk.press(.button(button))
    }

    func itsAgencyAnswers() async throws {
        try await signIn("mulu", on: "/law-tasks")
        try await clerk.see("已停止受理")
        try await look(as: "law-tasks")
        try await clerk.find(.css("input[name^='kind-'][value='adjusting']")).click()
        try await clerk.fill(.css("textarea[name^='reason-']"), with: "改按第十条办理，已起草新版本")
        try await clerk.press(.button("确认：答复法制机构"))
        try await clerk.see("已办理：答复")
        try await clerk.open("/catalog?q=建筑工程施工许可证核发")
        try await look(as: "catalog-found")
        try await clerk.press(.link(Self.item))
        try await clerk.press(.button("起草新版本"))
        try await clerk.find(.css("select[name=kind] option[value=changed]")).click()
        try await clerk.find(.css("select[name=trigger] option[value=law]")).click()
        try await clerk.fill(.field("所依据的文件和文号"), with: "全国人大常委会关于修改建筑法的决定（演示）")
        try await clerk.paste("2026-01-05", into: .field("文件或者法律的日期"))
        try await clerk.fill(.field("设定依据"), with: "建筑法§10")
        try await clerk.press(.button("保存草稿"))
        try await clerk.see("理由或者意见应填写")
        _ = try await clerk.complaints()
        try await clerk.fill(.field("修改理由"), with: "原依据的第七条、第八条删去")
        try await look(as: "catalog-draft")
        try await clerk.press(.button("保存草稿"))
        try await clerk.see("与第 2 版的不同")
        try await clerk.fill(.field("申请报告文号"), with: "区住建局〔2026〕7号")
        try await clerk.fill(.field("签发人"), with: "李某（演示）")
        try await look(as: "catalog-item")
        let report = try house.write("申请报告.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        try await clerk.find(.css("form[action$='/submit'] input[type=file]")).type(report)
        try await clerk.press(.button("确认：报送"))
        try await clerk.see("待法制机构审核")
    }

    func itComesBack() async throws {
        try await signIn("fazhi", on: "/law-tasks")
        try await clerk.find(.css("input[name^='agreed-'][value='yes']")).click()
        try await clerk.fill(.css("textarea[name^='opinion-']"), with: "同意")
        try await clerk.press(.button("确认：审核答复"))
        try await clerk.see("已办理：审核")
        try await clerk.open("/catalog?tab=submitted")
        try await look(as: "catalog-submitted")
        try await clerk.press(.link(Self.item))
        try await look(as: "catalog-review")
        try await clerk.press(.button("确认：审核通过"))
        try await clerk.see("已审核确认")
        try await signIn("gongbu", on: "/catalog?tab=confirmed")
        try await clerk.press(.link(Self.item))
        try await look(as: "catalog-publish")
        try await clerk.press(.button("确认：公布"))
        try await clerk.see("第 3 版")
        try await clerk.open("/items?q=建筑工程施工许可证核发")
        try await clerk.press(.link(Self.item))
        try await clerk.see("《建筑法》第十条")
        #expect(try await !clerk.find(.css("main")).text.contains("已不再有效"), "it rests on what is in force")
    }
}
