import Browser
import Testing

/// A division adds a category to the national ones; an item is listed under it, and people find it there.
extension Upkeep {
    private static let dictionary = "/official-lists/categories/511602"
    private static let check = "建筑起重机械年检"

    func aCategoryIsPublished() async throws {
        try await house.setClock(to: "2026-03-09")
        let header = "类别编码,类别名称,英文名称,按何类办理,编码字母,依据,启用日期,停用日期,填报内容,填写方式,是否必填,可选内容"
        let category = "NJ,年检,Annual check,行政检查,%,演示〔2026〕5号,,"
        func list(_ letters: String) throws -> String {
            let own = category.replacing("%", with: letters)
            let rows = [header, "\(own),年检周期,选择,是,每年、每两年", "\(own),上次年检,日期,否,"]
            return try house.write("类别-\(letters).csv", Array(rows.joined(separator: "\n").utf8))
        }
        try await signIn("mulu", on: "/official-lists")
        try await clerk.see("地方权力类别目录")
        try await clerk.open(Self.dictionary)
        try await upload(try list("A"))
        try await clerk.see("没有被占用的字母")
        _ = try await clerk.complaints()
        try await look(as: "categories-faulty")
        try await upload(try list("K"))
        try await clerk.see("增加 2 行")
        try await handIn("区府〔2026〕5号")
        try await look(as: "categories-submitted")
        try await signIn("fazhi", on: Self.dictionary)
        try await clerk.press(.button("确认：审核公布"))
        try await clerk.see("第 1 版的内容")
        try await look(as: "categories-published")
    }

    private func upload(_ file: String) async throws {
        try await clerk.find(.css("input[type=file][name=file]")).type(file)
        try await clerk.fill(.field("修改理由"), with: "首次编制")
        try await clerk.press(.button("核对并保存为草稿"))
    }

    private func handIn(_ document: String) async throws {
        try await clerk.fill(.field("申请报告文号"), with: document)
        try await clerk.fill(.field("签发人"), with: "李某（演示）")
        let report = try house.write("申请报告.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        try await clerk.find(.css("form[action$='/submit'] input[type=file]")).type(report)
        try await clerk.press(.button("确认：报送"))
    }

    func anItemIsListedUnderIt() async throws {
        try await signIn("mulu", on: "/catalog/new")
        try await clerk.find(.css("select[name=trigger] option[value=operation]")).click()
        try await clerk.fill(.field("所依据的文件和文号"), with: "演示〔2026〕6号")
        try await clerk.fill(.field("事项名称"), with: Self.check)
        try await clerk.find(.css("select[name=category] option[value=license]")).click()
        try await clerk.find(.css("select[name=local]")).type("年检（按行政检查办理）")
        try await clerk.find(.css("select[name=agency]")).type("区住建局")
        try await clerk.fill(.field("设定依据"), with: "建筑法§43")
        try await clerk.press(.button("保存草稿"))
        try await clerk.see("“年检”按行政检查办理，事项类型应为行政检查")
        _ = try await clerk.complaints()
        try await look(as: "category-draft-faulty")
        try await clerk.find(.css("select[name=category] option[value=inspection]")).click()
        try await clerk.find(.css("select[name='local.511602.NJ.1.0']")).type("每年")
        try await clerk.press(.button("保存草稿"))
        try await clerk.see("年检周期：每年")
        try await handIn("区住建局〔2026〕8号")
        try await clerk.see("待法制机构审核")
        try await signIn("fazhi", on: "/catalog?tab=submitted")
        try await clerk.press(.link(Self.check))
        try await look(as: "category-review")
        try await clerk.press(.button("确认：审核通过"))
        let item = try await clerk.path
        try await signIn("bianban", on: item)
        try await clerk.fill(.field("对实施主体、行使层级的意见"), with: "同意")
        try await clerk.press(.button("确认：同意"))
        try await signIn("fazhi", on: item)
        try await clerk.fill(.field("文件文号"), with: "区政复〔2026〕8号")
        try await clerk.fill(.field("文件的意见"), with: "同意")
        let consent = try house.write("同意文件.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        try await clerk.find(.css("form[action$='/record'] input[type=file]")).type(consent)
        try await clerk.press(.button("确认：登记"))
        try await signIn("gongbu", on: "/catalog?tab=confirmed")
        try await clerk.press(.link(Self.check))
        try await clerk.press(.button("确认：公布"))
        try await clerk.see("第 1 版")
    }

    func peopleFindItThere() async throws {
        try await clerk.open("/items")
        try await clerk.press(.link("年检"))
        try await clerk.see("共 1 项")
        try await look(as: "category-list")
        try await clerk.press(.link(Self.check))
        try await clerk.see("511K17001000")
        #expect(try await clerk.find(.answer(to: "地方类别")).text == "年检")
        #expect(try await clerk.find(.answer(to: "年检周期")).text == "每年")
        try await look(as: "category-guide")
    }
}
