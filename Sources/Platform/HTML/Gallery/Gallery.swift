/// Every component of the design system with sample values, for designers, reviewers and tests.
package struct Gallery: Component {
    private let assets: PageAssets
    private let density: PageShell.Density

    package init(assets: PageAssets, density: PageShell.Density) {
        self.assets = assets
        self.density = density
    }

    package var body: any HTML {
        PageShell(
            title: "组件样例",
            site: Gallery.site,
            assets: assets,
            density: density,
            navigation: [
                NavigationLink("职权目录", to: "#catalog"),
                NavigationLink("组件样例", to: "#gallery", isCurrent: true),
                NavigationLink("办件查询", to: "#query"),
                NavigationLink("我的待办", to: "#inbox", count: 12),
            ],
            crumbs: [Crumb("首页", to: "/"), Crumb("设计规范", to: "#design"), Crumb("组件样例")],
            account: HTMLGroup([span { "张三（审批岗）" }, a(.href("#leave")) { "退出" }]),
            messages: [AlertBox("保存成功。", tone: .good)]
        ) {
            h1 { "组件样例" }
            GalleryLists()
            GalleryForms()
            GalleryCase()
            GalleryCharts()
        }
    }

    private static let site = SiteIdentity(
        name: "行政权力公开透明运行平台",
        subtitle: "示范区人民政府",
        banner: "演示系统：人员与办件均为虚构，不具有法律效力。",
        footerLinks: [NavigationLink("网站声明", to: "#terms"), NavigationLink("联系我们", to: "#contact")],
        imprint: ["主办：示范区政务服务管理局", "监督电话：12345"]
    )
}

/// Alerts, tiles, lists and tables.
struct GalleryLists: Component {
    var body: any HTML {
        AlertBox("今日 18:00 起系统维护。", tone: .active) { p { "已填写的内容会自动保存。" } }
        AlertBox("有 3 件将在两个工作日内到期。", tone: .caution)
        AlertBox("该事项尚未确认公布，不能受理申请。", tone: .bad) {
            p {
                "依据见"
                a(.href("#basis")) { "职权目录管理规定" }
                "。"
            }
        }
        TileRow([
            Tile("待受理", figure: "12", unit: "件", to: "#", trend: Sparkline("近七日", values: [3, 5, 4, 8, 6, 9, 12])),
            Tile("即将到期", figure: "3", unit: "件", tone: .caution, to: "#", note: "较昨日 +1"),
            Tile("已超期", figure: "1", unit: "件", tone: .bad, to: "#", note: "红牌 1 张"),
            Tile("本月办结", figure: "1,268", unit: "件", tone: .good, note: "按时办结率 99.8%"),
        ])
        Panel("列表与检索") {
            SearchBox(to: "#", label: "检索事项", value: "教师", hint: "事项名称、编码或关键词")
            FilterChips(
                "类别",
                [
                    .init("行政许可", count: 218, to: "#", isOn: true), .init("行政处罚", count: 3_104, to: "#"),
                    .init("行政检查", count: 96, to: "#"), .init("行政确认", count: 41, to: "#"),
                ]
            )
            Tabs(
                "办件阶段",
                [
                    NavigationLink("待受理", to: "#", isCurrent: true, count: 12),
                    NavigationLink("审查中", to: "#", count: 31),
                    NavigationLink("已暂停", to: "#", count: 2), NavigationLink("已办结", to: "#"),
                ]
            )
            table
            Pagination(previous: nil, next: "#", summary: "共 1,268 件，本页 4 件")
            EmptyState("没有符合条件的事项") { p { "可以减少关键词，或查看全部事项。" } }
        }
    }

    private var table: any HTML {
        DataTable(
            "待办办件",
            columns: [
                .init("办件编号"), .init("事项"), .init("申请人"), .init("期限"), .init("状态"), .init("费用（元）", .number),
                .init("操作", .action),
            ],
            rows: [
                row("2026-000123", "教师资格认定（高级中学）", DeadlineChip(.inTime, remaining: "余 12 个工作日"), nil),
                row("2026-000118", "公共场所卫生许可", DeadlineChip(.dueSoon, remaining: "余 1 个工作日"), .caution),
                row("2026-000097", "取水许可", DeadlineChip(.overdue, remaining: "超 2 个工作日"), .bad),
                row("2026-000101", "建筑工程施工许可", DeadlineChip(.suspended, remaining: "专家评审中"), .active),
            ]
        )
    }

    private func row(_ number: String, _ item: String, _ chip: DeadlineChip, _ tone: Tone?) -> DataTable.Row {
        .init(
            [
                a(.href("#")) { number }, item, "李某某", chip, Badge("审查中", tone: .active), "0.00",
                LinkButton("办理", to: "#", weight: .secondary),
            ],
            tone: tone
        )
    }
}
