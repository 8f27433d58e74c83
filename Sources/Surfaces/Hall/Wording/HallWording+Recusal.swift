import Casework
import Kernel

extension HallWording {
    /// Why a party's request that an officer keep out is not taken.
    init(_ fault: RecusalFault) {
        switch fault {
        case .undecided(let since):
            let sentence = "申请回避的应为没有待决定申请的人员，实为\(since.chinese)已经提出，正在等待决定。"
            self.init(409, "recusal_asked", "已经申请过", sentence, field: "named")
        case .granted(let day):
            let sentence = "申请回避的应为仍可办理本件的人员，实为\(day.chinese)已经决定回避。"
            self.init(409, "recusal_granted", "已经决定回避", sentence, field: "named")
        case .refusedAlready(let day):
            let sentence = "申请回避的应为没有驳回过您的申请的人员，实为\(day.chinese)已经驳回；有新的事实的，请向承办机关当面提出，由其记录。"
            self.init(409, "recusal_refused", "已经驳回过", sentence, field: "named")
        case .nobodyHandles:
            let sentence = "本件还没有经办人，应写明申请回避的人员的姓名。"
            self.init(409, "recusal_nobody", "没有写明人员", sentence, field: "named")
        case .tooManyOpen(let greatest):
            let sentence = "待决定的回避申请应不超过 \(greatest) 人，请等待决定后再提出。"
            self.init(409, "recusal_too_many", "待决定的申请太多", sentence, field: "named")
        case .unknown(let name):
            let sentence = "应为承办机关人员的姓名，实为“\(name.prefix(60))”；不知道姓名的可以不填，指经办人。"
            self.init(422, "recusal_unknown", "没有这个人员", sentence, field: "named")
        case .noneOpen, .ofOneself, .notHead, .notOneself, .ofOnlyHead, .ofNoHead, .discussedByFew,
            .discussedByStranger:
            self = .officersOnly
        }
    }
}
