<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AccountColumn</name>
    <message>
        <source>尚未给号</source>
        <translation>No number given yet</translation>
    </message>
    <message>
        <source>仅台账导入</source>
        <translation>Ledger import only</translation>
    </message>
    <message>
        <source>相等</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>相等，在用</source>
        <translation>Balanced, in use</translation>
    </message>
    <message>
        <source>不相等</source>
        <translation>Not balanced</translation>
    </message>
    <message>
        <source>编号系列</source>
        <translation>Number series</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>首号</source>
        <translation>First</translation>
    </message>
    <message>
        <source>末号</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>已用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>未用</source>
        <translation>Unused</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>ActColumn</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>上传</source>
        <translation>Upload</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>您现在没有可以办理的步骤。</source>
        <translation>There is no step you can take now.</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>ActionForm</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>此项必填</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>人员与权限</source>
        <translation>Staff and permissions</translation>
    </message>
    <message>
        <source>事项目录</source>
        <translation>Item catalogue</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working-day calendar</translation>
    </message>
    <message>
        <source>法律用语</source>
        <translation>Legal texts</translation>
    </message>
    <message>
        <source>编号与号段</source>
        <translation>Numbers and leases</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>数据交换</source>
        <translation>Data exchange</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
</context>
<context>
    <name>AdministrationScreen</name>
    <message>
        <source>下一栏</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>上一栏</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <source>到栏目</source>
        <translation>To section</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>立即交换</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>系统管理的栏目</source>
        <translation>Sections of administration</translation>
    </message>
</context>
<context>
    <name>ApplicantForm</name>
    <message>
        <source>委托代理人办理</source>
        <translation>Filed by an agent</translation>
    </message>
    <message>
        <source>已交授权委托书</source>
        <translation>Letter of authority handed in</translation>
    </message>
    <message>
        <source>名称或拼音首字母</source>
        <translation>Name or pinyin initials</translation>
    </message>
    <message>
        <source>申请人类型</source>
        <translation>Type of applicant</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>与证照一致；输入两个字或拼音首字母即列出名录中的申请人</source>
        <translation>As on the identity document; two characters or pinyin initials list the applicants in the register</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Type of ID</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>统一社会信用代码按 GB 32100、身份证号按 GB 11643 校验</source>
        <translation>Unified social credit codes are checked by GB 32100, citizen ID numbers by GB 11643</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>个体工商户填经营者</source>
        <translation>For a sole trader enter the operator</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>代理</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>申请人可以委托代理人提出申请（行政许可法第二十九条）</source>
        <translation>An applicant may file through an agent (Administrative Licensing Law, art. 29)</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>代理人证件</source>
        <translation>Agent&apos;s ID</translation>
    </message>
    <message>
        <source>代理人电话</source>
        <translation>Agent&apos;s phone</translation>
    </message>
    <message>
        <source>委托书</source>
        <translation>Letter of authority</translation>
    </message>
    <message>
        <source>经营者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>法定代表人 *</source>
        <translation>Legal representative *</translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message>
        <source>自检发现的问题</source>
        <translation>Problems found by the self-test</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>No problems</translation>
    </message>
    <message>
        <source>本机记录</source>
        <translation>Records of this PC</translation>
    </message>
    <message>
        <source>本机还没有登录、导入等记录</source>
        <translation>No sign-ins, imports or the like on this PC yet</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>核对记录链、记录内容、列表、编号、工作日历、存档文书和数据库设置；只读，不改动任何数据。</source>
        <translation>Checks the chain of records, their content, lists, numbers, calendar, stored papers and database settings; reads only, changes nothing.</translation>
    </message>
    <message>
        <source>登录、导入、查看证件号码等，最新在前</source>
        <translation>Sign-ins, imports, ID numbers shown and so on, newest first</translation>
    </message>
    <message>
        <source>正在核对全部记录…</source>
        <translation>Checking all records…</translation>
    </message>
    <message>
        <source>{at} 发现 {n} 个问题。先不要继续给号或出证，请联系管理员。</source>
        <translation>{n} problems found at {at}. Do not give numbers or issue certificates; contact the administrator.</translation>
    </message>
    <message>
        <source>一切正常（{at}）</source>
        <translation>All is well ({at})</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>这一步没有完成，是程序的错误。</source>
        <translation>This step was not completed because of an error in the program.</translation>
    </message>
    <message>
        <source>已经保存的记录都是安全的，未完成的一步没有留下痕迹。请把报告交给维护人员，其中没有个人信息。</source>
        <translation>All saved records are safe; the unfinished step left no trace. Please send the report to maintenance; it contains no personal data.</translation>
    </message>
</context>
<context>
    <name>CalendarSection</name>
    <message>
        <source>放假通知</source>
        <translation>Holiday notices</translation>
    </message>
    <message>
        <source>没有工作日历</source>
        <translation>No calendar</translation>
    </message>
    <message>
        <source>放假安排通知</source>
        <translation>Holiday notices</translation>
    </message>
    <message>
        <source>全年</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>Worked weekend</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>暂定：{year} 年的放假安排尚未公布，只按周末推算，公布后由管理员录入。</source>
        <translation>Provisional: the holidays of {year} are not published; reckoned with weekends only until an administrator enters the notice.</translation>
    </message>
    <message>
        <source>这份通知已被替代，下面是该年现行的安排。{note}</source>
        <translation>This notice was replaced; below is the arrangement now in force. {note}</translation>
    </message>
</context>
<context>
    <name>CaseAction</name>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>准予许可</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>不予许可</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>邮寄签收</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>窗口领取</source>
        <translation>Collection at the window</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>收到补正材料</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>承办意见</source>
        <translation>Handler&apos;s opinion</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>Checker&apos;s opinion</translation>
    </message>
    <message>
        <source>批准并作出决定</source>
        <translation>Approve and decide</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>批准意见</source>
        <translation>Approver&apos;s opinion</translation>
    </message>
    <message>
        <source>许可内容</source>
        <translation>Content of the licence</translation>
    </message>
    <message>
        <source>不予理由</source>
        <translation>Reasons for refusal</translation>
    </message>
    <message>
        <source>超承诺原因</source>
        <translation>Reason for exceeding the promise</translation>
    </message>
    <message>
        <source>启动特别程序</source>
        <translation>Start special procedure</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>所需工作日</source>
        <translation>Working days needed</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>特别程序</source>
        <translation>Special procedure</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make certificate</translation>
    </message>
    <message>
        <source>登记证件编号</source>
        <translation>Record certificate number</translation>
    </message>
    <message>
        <source>证件编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>打印送达回证</source>
        <translation>Print return receipt</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>邮件号码</source>
        <translation>Waybill number</translation>
    </message>
    <message>
        <source>打印邮件详情单</source>
        <translation>Print mailing label</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Signed for by</translation>
    </message>
    <message>
        <source>与受送达人关系</source>
        <translation>Relation to recipient</translation>
    </message>
    <message>
        <source>签收日期</source>
        <translation>Date signed for</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>登记退回</source>
        <translation>Record return</translation>
    </message>
    <message>
        <source>登记公示</source>
        <translation>Record publication</translation>
    </message>
    <message>
        <source>公示网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Close the file</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refuse acceptance</translation>
    </message>
    <message>
        <source>应当申请的机关</source>
        <translation>Competent authority</translation>
    </message>
    <message>
        <source>不受理（无需许可）</source>
        <translation>Not accepted (no licence needed)</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw application</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Retract last step</translation>
    </message>
</context>
<context>
    <name>CaseColumn</name>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>承诺到期</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>证书编号</source>
        <translation>Certificate number</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>收件 {day}</source>
        <translation>received {day}</translation>
    </message>
    <message>
        <source>五日内没有告知，自收件之日 {day} 起视为受理。</source>
        <translation>Not notified within five days: deemed accepted from the receipt, {day}.</translation>
    </message>
    <message>
        <source>待核对：其他电脑可能有尚未交换的告知。</source>
        <translation>To be verified: another PC may hold a notice not yet exchanged.</translation>
    </message>
    <message>
        <source>已于 {on} 告知（{no}）</source>
        <translation>Notified on {on} ({no})</translation>
    </message>
    <message>
        <source>，应于 {due} 前补正</source>
        <translation>, supplement due by {due}</translation>
    </message>
    <message>
        <source>材料已于 {day} 补正齐全，受理日期为该日。</source>
        <translation>Materials complete on {day}, which is the date of acceptance.</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>没有选中办件</source>
        <translation>No case selected</translation>
    </message>
    <message>
        <source>在列表里选一件，这里显示它的全部情况。</source>
        <translation>Select one in the list; everything about it is shown here.</translation>
    </message>
    <message>
        <source>哪一个时限</source>
        <translation>Which limit</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>还没有办理记录</source>
        <translation>No acts yet</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>还没有文书</source>
        <translation>No documents yet</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>台账导入的办件没有材料清单</source>
        <translation>Imported cases have no checklist</translation>
    </message>
    <message>
        <source>时限说明</source>
        <translation>Reckoning</translation>
    </message>
    <message>
        <source>查看与补打</source>
        <translation>View and reprint</translation>
    </message>
    <message>
        <source>办件编号 {no}</source>
        <translation>Case {no}</translation>
    </message>
    <message>
        <source>收件 {day}</source>
        <translation>received {day}</translation>
    </message>
    <message>
        <source>受理 {day}</source>
        <translation>accepted {day}</translation>
    </message>
    <message>
        <source>决定 {day}</source>
        <translation>decided {day}</translation>
    </message>
    <message>
        <source>送达 {day}</source>
        <translation>delivered {day}</translation>
    </message>
    <message>
        <source>证书 {no}</source>
        <translation>certificate {no}</translation>
    </message>
    <message>
        <source>邮件 {no}</source>
        <translation>waybill {no}</translation>
    </message>
    <message>
        <source>有办理记录被服务器搁置，见系统管理的数据交换。</source>
        <translation>The server set acts aside; see Data exchange in administration.</translation>
    </message>
    <message>
        <source>收件后五个工作日内没有一次性告知，自 {day} 起视为受理（待核对）。</source>
        <translation>No one-time notice within five working days of receipt: deemed accepted from {day} (to be verified).</translation>
    </message>
    <message>
        <source>历史数据存疑：{reasons}</source>
        <translation>Doubtful record: {reasons}</translation>
    </message>
    <message>
        <source>时限跨入尚未公布放假安排的年份，日期暂定。</source>
        <translation>The limit runs into a year whose holidays are not published; the date is provisional.</translation>
    </message>
    <message>
        <source>{clock}：{day}</source>
        <translation>{clock}: {day}</translation>
    </message>
    <message>
        <source>已记录：{state}</source>
        <translation>Recorded: {state}</translation>
    </message>
</context>
<context>
    <name>CatalogueMaterialColumn</name>
    <message>
        <source>必需</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>非必需</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>何时需要</source>
        <translation>When needed</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Requirement</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>与原件核对</source>
        <translation>Compared with original</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>缺陷说明/补正要求</source>
        <translation>Defect / what to supplement</translation>
    </message>
    <message>
        <source>{form} {copies} 份</source>
        <translation>{form}, {copies}</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Compared</translation>
    </message>
</context>
<context>
    <name>ChecklistTable</name>
    <message>
        <source>材料清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>上下键选材料，1 符合，2 缺，3 不符合形式，回车下一份，空格与原件核对，F2 修改</source>
        <translation>Up and Down select, 1 conforms, 2 missing, 3 wrong form, Enter next, Space compared with original, F2 edit</translation>
    </message>
    <message>
        <source>缺陷说明</source>
        <translation>Defect</translation>
    </message>
    <message>
        <source>补正要求</source>
        <translation>What to supplement</translation>
    </message>
    <message>
        <source>共 {all} 份：符合 {good}，缺 {missing}，不符合形式 {wrong}，未核对 {open}</source>
        <translation>{all} in all: {good} conform, {missing} missing, {wrong} in wrong form, {open} open</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>已于 {day} 办结，用 {used} 日</source>
        <translation>Concluded on {day}, {used} days used</translation>
    </message>
    <message>
        <source>停止计时中，已用 {used} 日，停 {stopped} 日，剩 {left} 日</source>
        <translation>Clock stopped: {used} days used, {stopped} days stopped, {left} left</translation>
    </message>
    <message>
        <source>{state}（暂定）</source>
        <translation>{state} (provisional)</translation>
    </message>
    <message>
        <source>逾期 {over} 日，应于 {day} 办结</source>
        <translation>{over} days overdue, was due on {day}</translation>
    </message>
    <message>
        <source>已用 {used} 日，剩 {left} 日，{day} 届满</source>
        <translation>{used} days used, {left} left, due {day}</translation>
    </message>
    <message>
        <source>{title}，剩 {halves} 个半日</source>
        <translation>{title}, {halves} half-days left</translation>
    </message>
</context>
<context>
    <name>ClockColumn</name>
    <message>
        <source>超法定时限</source>
        <translation>Over statutory limit</translation>
    </message>
    <message>
        <source>超承诺时限</source>
        <translation>Over promised limit</translation>
    </message>
    <message>
        <source>按期办结</source>
        <translation>Concluded in time</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>承诺日期</source>
        <translation>Promised date</translation>
    </message>
    <message>
        <source>法定日期</source>
        <translation>Statutory date</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>Concluded on</translation>
    </message>
    <message>
        <source>时限情况</source>
        <translation>Limit</translation>
    </message>
</context>
<context>
    <name>ConfirmSheet</name>
    <message>
        <source>纸张是否已打印出来？</source>
        <translation>Did the sheet come out of the printer?</translation>
    </message>
    <message>
        <source>已打印出来</source>
        <translation>It did</translation>
    </message>
    <message>
        <source>没有，补打</source>
        <translation>No, reprint</translation>
    </message>
    <message>
        <source>纸张作废</source>
        <translation>Sheet spoiled</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明原因，例如：卡纸、缺墨、错放纸张</source>
        <translation>State the reason, e.g. paper jam, no toner, wrong paper</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CountTile</name>
    <message>
        <source>{what}，{count} 件</source>
        <translation>{what}: {count}</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>打开日历</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>不是日期：请写成 2026-11-22 或 20261122</source>
        <translation>Not a date: write 2026-11-22 or 20261122</translation>
    </message>
    <message>
        <source>不能早于 {day}</source>
        <translation>Not before {day}</translation>
    </message>
    <message>
        <source>不能晚于 {day}</source>
        <translation>Not after {day}</translation>
    </message>
</context>
<context>
    <name>DayLook</name>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>周末休息</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>法定节假日或调休放假（{notice}）</source>
        <translation>Statutory holiday or day off in lieu ({notice})</translation>
    </message>
    <message>
        <source>调休上班（{notice}）</source>
        <translation>Worked weekend ({notice})</translation>
    </message>
    <message>
        <source>{words}，暂定：{year} 年放假安排尚未公布</source>
        <translation>{words}, provisional: the holidays of {year} are not published</translation>
    </message>
</context>
<context>
    <name>DeadlinesScreen</name>
    <message>
        <source>办理下一步</source>
        <translation>Take next step</translation>
    </message>
    <message>
        <source>启动特别程序</source>
        <translation>Start special procedure</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>签署意见</source>
        <translation>Sign opinion</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>到月历</source>
        <translation>To the calendar</translation>
    </message>
    <message>
        <source>到所选办件</source>
        <translation>To the selected case</translation>
    </message>
    <message>
        <source>全部在办</source>
        <translation>All pending</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>今天起三个工作日内届满</source>
        <translation>Due within three working days from today</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>停止计时</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>特别程序进行中</source>
        <translation>Special procedure running</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>按年度看是否按期办结</source>
        <translation>Whether concluded in time, by year</translation>
    </message>
    <message>
        <source>筛选办件</source>
        <translation>Filter cases</translation>
    </message>
    <message>
        <source>办结年度</source>
        <translation>Year of conclusion</translation>
    </message>
    <message>
        <source>办件时限</source>
        <translation>Limits of cases</translation>
    </message>
    <message>
        <source>没有在办的办件</source>
        <translation>No pending cases</translation>
    </message>
    <message>
        <source>{month}月{day}日到期</source>
        <translation>Due {month}-{day}</translation>
    </message>
    <message>
        <source>不再只看这一天</source>
        <translation>Show all days again</translation>
    </message>
    <message>
        <source>没有符合条件的办件</source>
        <translation>No matching cases</translation>
    </message>
    <message>
        <source>正在读取办件时限…</source>
        <translation>Reading limits…</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>办件时限没有读出来，按 F5 再试。</source>
        <translation>Limits could not be read; press F5 to try again.</translation>
    </message>
    <message>
        <source>这件办件现在不由您签署意见。</source>
        <translation>You are not the one to sign this case now.</translation>
    </message>
    <message>
        <source>这件办件现在不能这样办理。</source>
        <translation>This cannot be done with this case now.</translation>
    </message>
</context>
<context>
    <name>DeedColumn</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>{rows} 行，导入 {imported}，已有 {present}，退回 {rejected}</source>
        <translation>{rows} rows: {imported} imported, {present} present, {rejected} rejected</translation>
    </message>
</context>
<context>
    <name>DeliveryForm</name>
    <message>
        <source>申请人已确认送达地址</source>
        <translation>Applicant confirmed the address for delivery</translation>
    </message>
    <message>
        <source>领取方式</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>决定之日起十日内送达（行政许可法第四十四条）；邮寄只用中国邮政</source>
        <translation>Delivered within ten days of the decision (Administrative Licensing Law, art. 44); China Post only</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>收件电话</source>
        <translation>Recipient&apos;s phone</translation>
    </message>
    <message>
        <source>收件地址</source>
        <translation>Recipient&apos;s address</translation>
    </message>
    <message>
        <source>邮政编码</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>地址确认</source>
        <translation>Address confirmed</translation>
    </message>
</context>
<context>
    <name>DisplayMenu</name>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比度</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>文字 {percent}%</source>
        <translation>Text {percent}%</translation>
    </message>
</context>
<context>
    <name>DraftMenu</name>
    <message>
        <source>没有暂存的收件</source>
        <translation>No parked intake</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>本机已就绪，编号 {code}。请登录。</source>
        <translation>This PC is ready, code {code}. Please sign in.</translation>
    </message>
</context>
<context>
    <name>ExchangeLine</name>
    <message>
        <source>数据交换</source>
        <translation>Data exchange</translation>
    </message>
    <message>
        <source>到系统管理查看每次交换的结果</source>
        <translation>Open administration to see the result of each exchange</translation>
    </message>
    <message>
        <source>所有记录都已写入本机硬盘。</source>
        <translation>All records are on the disk of this PC.</translation>
    </message>
    <message>
        <source>本机尚未连接共享服务器</source>
        <translation>This PC is not connected to the central server</translation>
    </message>
    <message>
        <source>本机还没有完成过核对的交换</source>
        <translation>No verified exchange on this PC yet</translation>
    </message>
    <message>
        <source>{when} 交换已核对：上传 {sent} 条，收到 {fetched} 条</source>
        <translation>Exchange of {when} verified: {sent} sent, {fetched} fetched</translation>
    </message>
    <message>
        <source>其后的一次交换没有完成核对，所有记录都已写入本机硬盘。</source>
        <translation>A later exchange was not verified; all records are on the disk of this PC.</translation>
    </message>
    <message>
        <source>搁置 {n} 组，待处理。</source>
        <translation>{n} groups set aside.</translation>
    </message>
    <message>
        <source>本机与服务器逐条一致。</source>
        <translation>This PC and the server agree record by record.</translation>
    </message>
</context>
<context>
    <name>ExchangeSection</name>
    <message>
        <source>待上传与被搁置的记录</source>
        <translation>Pending and set aside</translation>
    </message>
    <message>
        <source>没有等待上传的记录</source>
        <translation>No pending records</translation>
    </message>
    <message>
        <source>服务器已收下本机的全部记录。</source>
        <translation>The server has taken every record of this PC.</translation>
    </message>
    <message>
        <source>交换记录</source>
        <translation>Exchanges</translation>
    </message>
    <message>
        <source>还没有进行过交换</source>
        <translation>No exchange yet</translation>
    </message>
    <message>
        <source>数据交换</source>
        <translation>Data exchange</translation>
    </message>
    <message>
        <source>立即交换</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>待上传与搁置</source>
        <translation>Pending and set aside</translation>
    </message>
    <message>
        <source>待上传的记录或交换记录</source>
        <translation>Pending records or exchanges</translation>
    </message>
    <message>
        <source>待上传 {n} 组</source>
        <translation>{n} groups pending</translation>
    </message>
    <message>
        <source>待上传与搁置 {n}</source>
        <translation>Pending and set aside {n}</translation>
    </message>
    <message>
        <source>交换记录 {n}</source>
        <translation>Exchanges {n}</translation>
    </message>
    <message>
        <source>有 {n} 组记录被服务器搁置，排在最前；相应的文书可能需要收回。</source>
        <translation>The server set {n} groups aside, listed first; their papers may have to be recalled.</translation>
    </message>
    <message>
        <source>共 {n} 组待上传，下面是最近的 {m} 组。</source>
        <translation>{n} groups pending; the newest {m} are shown.</translation>
    </message>
    <message>
        <source>正在与服务器交换…</source>
        <translation>Exchanging with the server…</translation>
    </message>
    <message>
        <source>交换完成：上传 {sent}，取回 {fetched}，冲突 {conflicts}，被拒 {refused}</source>
        <translation>Exchange done: {sent} sent, {fetched} fetched, {conflicts} conflicts, {refused} refused</translation>
    </message>
    <message>
        <source>已停止，没有上传的记录下次再传</source>
        <translation>Stopped; what was not sent goes next time</translation>
    </message>
</context>
<context>
    <name>FigureButton</name>
    <message>
        <source>查看“{name}”的明细</source>
        <translation>Details of “{name}”</translation>
    </message>
</context>
<context>
    <name>FigureCaseColumn</name>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>家次</source>
        <translation>visits</translation>
    </message>
    <message>
        <source>家</source>
        <translation>licensees</translation>
    </message>
    <message>
        <source>处</source>
        <translation>places</translation>
    </message>
    <message>
        <source>份</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>期初在办</source>
        <translation>Pending at start</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>期末在办</source>
        <translation>Pending at end</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>网上受理</source>
        <translation>Received online</translation>
    </message>
    <message>
        <source>受理前终结</source>
        <translation>Ended before acceptance</translation>
    </message>
    <message>
        <source>寄送</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>准予许可</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予许可</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Application withdrawn</translation>
    </message>
    <message>
        <source>承诺期内</source>
        <translation>Within promise</translation>
    </message>
    <message>
        <source>法定期内</source>
        <translation>Within statutory limit</translation>
    </message>
    <message>
        <source>隐患</source>
        <translation>Hazards</translation>
    </message>
    <message>
        <source>执法文书</source>
        <translation>Enforcement documents</translation>
    </message>
    <message>
        <source>处罚企业</source>
        <translation>Licensees fined</translation>
    </message>
    <message>
        <source>罚款</source>
        <translation>Fines</translation>
    </message>
    <message>
        <source>责令停产</source>
        <translation>Ordered to stop</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Inspections</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>编号、名称、拼音、证件号、电话、邮件号</source>
        <translation>Number, name, pinyin, ID, phone, waybill</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>全部事项</source>
        <translation>All items</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>编号、名称、拼音首字母、证件号码、电话、证书编号或邮件号码的任一部分</source>
        <translation>Any part of number, name, pinyin initials, ID number, phone, certificate or waybill number</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>收件自</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>收件至</source>
        <translation>Received to</translation>
    </message>
    <message>
        <source>受理自</source>
        <translation>Accepted from</translation>
    </message>
    <message>
        <source>受理至</source>
        <translation>Accepted to</translation>
    </message>
</context>
<context>
    <name>FirstStartView</name>
    <message>
        <source>建立</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>建立练习副本</source>
        <translation>Create training copy</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>正在建立数据…</source>
        <translation>Creating data…</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>印在文书上的全称，例如某县应急管理局</source>
        <translation>Full name as printed on papers, e.g. 某县应急管理局</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>Office code</translation>
    </message>
    <message>
        <source>本单位在许可编号中的代码</source>
        <translation>Code of the office in licence numbers</translation>
    </message>
    <message>
        <source>行政区划代码</source>
        <translation>Division code</translation>
    </message>
    <message>
        <source>六位数字（GB/T 2260）</source>
        <translation>Six digits (GB/T 2260)</translation>
    </message>
    <message>
        <source>本机编号</source>
        <translation>Code of this PC</translation>
    </message>
    <message>
        <source>本单位内每台计算机一个编号</source>
        <translation>One code for each PC of the office</translation>
    </message>
    <message>
        <source>管理员姓名</source>
        <translation>Administrator&apos;s name</translation>
    </message>
    <message>
        <source>第一位系统管理员</source>
        <translation>The first system administrator</translation>
    </message>
    <message>
        <source>管理员用户名</source>
        <translation>Administrator&apos;s user name</translation>
    </message>
    <message>
        <source>登录时输入</source>
        <translation>Typed when signing in</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Repeat password</translation>
    </message>
    <message>
        <source>至少 {least} 个字符</source>
        <translation>At least {least} characters</translation>
    </message>
    <message>
        <source>凭据文件</source>
        <translation>Credential file</translation>
    </message>
    <message>
        <source>由本单位第一台计算机的管理员生成，只能用一次</source>
        <translation>Made by the administrator at the first PC of the office; can be used once</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>练习副本带有一套练习用的岗位和密码，窗口有红框，文书都印“样张”，不能与正式服务器交换。</source>
        <translation>The training copy has practice roles and passwords, a red frame, prints “样张” on every paper and cannot exchange with the real server.</translation>
    </message>
    <message>
        <source>第一次使用本机</source>
        <translation>First use of this PC</translation>
    </message>
    <message>
        <source>新建本单位</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>加入本单位</source>
        <translation>Join an office</translation>
    </message>
    <message>
        <source>先练习</source>
        <translation>Practise first</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>两次输入不一致</source>
        <translation>The two entries differ</translation>
    </message>
    <message>
        <source>应为六位数字</source>
        <translation>Six digits are needed</translation>
    </message>
    <message>
        <source>请选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>选择凭据文件</source>
        <translation>Choose credential file</translation>
    </message>
    <message>
        <source>只能用字母和数字</source>
        <translation>Letters and digits only</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>{label}（必填）</source>
        <translation>{label} (required)</translation>
    </message>
</context>
<context>
    <name>HistoryColumn</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>收件</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>收件并受理</source>
        <translation>Receive and accept</translation>
    </message>
    <message>
        <source>收件并一次性告知</source>
        <translation>Receive and notify</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refuse acceptance</translation>
    </message>
    <message>
        <source>不受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>收件由“受理”岗位办理，您可以查看</source>
        <translation>Intake is done by the role “intake”; you may look</translation>
    </message>
    <message>
        <source>录入申请人和事项后，这里列出可以办理的结论</source>
        <translation>Once applicant and item are entered, the possible outcomes are listed here</translation>
    </message>
    <message>
        <source>请选择事项</source>
        <translation>Select an item</translation>
    </message>
    <message>
        <source>请改选办理类型</source>
        <translation>Select another kind</translation>
    </message>
    <message>
        <source>还有 {n} 份材料没有结论</source>
        <translation>{n} materials have no verdict yet</translation>
    </message>
    <message>
        <source>{no}&#x3000;{who}&#x3000;已收件。</source>
        <translation>{no}&#x3000;{who}&#x3000;received.</translation>
    </message>
    <message>
        <source>接着出具：{document}。</source>
        <translation>To issue next: {document}.</translation>
    </message>
    <message>
        <source>{no}&#x3000;{who}&#x3000;{state}。</source>
        <translation>{no}&#x3000;{who}&#x3000;{state}.</translation>
    </message>
    <message>
        <source>未填名称</source>
        <translation>No name entered</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>材料清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>还没有选择事项</source>
        <translation>No item selected</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请事项</source>
        <translation>Item applied for</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>请填写代理人姓名</source>
        <translation>Enter the agent&apos;s name</translation>
    </message>
    <message>
        <source>选定事项和办理类型后，这里列出应当提交的材料。</source>
        <translation>Once item and kind are selected, the materials to submit are listed here.</translation>
    </message>
    <message>
        <source>不核对材料</source>
        <translation>Materials not checked</translation>
    </message>
    <message>
        <source>本事项不由本机关办理。</source>
        <translation>This item is not handled by this office.</translation>
    </message>
    <message>
        <source>没有材料清单</source>
        <translation>No checklist</translation>
    </message>
    <message>
        <source>该事项没有这个办理类型。</source>
        <translation>The item has no such kind.</translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>取回</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>接着录入上次没有办完的收件</source>
        <translation>Continue the unfinished intake of last time</translation>
    </message>
    <message>
        <source>按当前结论办理</source>
        <translation>Proceed with the present outcome</translation>
    </message>
    <message>
        <source>到申请人栏</source>
        <translation>To applicant</translation>
    </message>
    <message>
        <source>到材料清单</source>
        <translation>To checklist</translation>
    </message>
    <message>
        <source>到办理结论</source>
        <translation>To outcomes</translation>
    </message>
    <message>
        <source>新的申请</source>
        <translation>New application</translation>
    </message>
    <message>
        <source>暂存</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>正在生成文书…</source>
        <translation>Making the document…</translation>
    </message>
    <message>
        <source>已暂存：{title}</source>
        <translation>Parked: {title}</translation>
    </message>
    <message>
        <source>取回 {n}</source>
        <translation>Resume {n}</translation>
    </message>
    <message>
        <source>上次有一份没有办完的收件：{draft}</source>
        <translation>An unfinished intake is left from last time: {draft}</translation>
    </message>
    <message>
        <source>放弃正在录入的这份收件？</source>
        <translation>Discard this intake?</translation>
    </message>
    <message>
        <source>录入的内容不再保留。</source>
        <translation>What was entered will be lost.</translation>
    </message>
</context>
<context>
    <name>ItemColumn</name>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>准予</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>ItemVersionColumn</name>
    <message>
        <source>已核实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>To be verified</translation>
    </message>
    <message>
        <source>{day} 起</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>至 {day}</source>
        <translation>to {day}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>施行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verification</translation>
    </message>
</context>
<context>
    <name>ItemsSection</name>
    <message>
        <source>没有选中</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>目录里没有事项</source>
        <translation>No items in the catalogue</translation>
    </message>
    <message>
        <source>办理类型</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>事项目录</source>
        <translation>Item catalogue</translation>
    </message>
    <message>
        <source>有效期 {n} 年</source>
        <translation>valid {n} years</translation>
    </message>
    <message>
        <source>无固定有效期</source>
        <translation>no fixed validity</translation>
    </message>
    <message>
        <source>{kind}应交的材料（{n} 项）</source>
        <translation>Materials for {kind} ({n})</translation>
    </message>
</context>
<context>
    <name>ItemsTab</name>
    <message>
        <source>分事项办理情况</source>
        <translation>Handling by item</translation>
    </message>
    <message>
        <source>这一年没有办件</source>
        <translation>No cases in this year</translation>
    </message>
    <message>
        <source>所选事项的办件</source>
        <translation>Cases of the selected item</translation>
    </message>
    <message>
        <source>没有选中事项</source>
        <translation>No item selected</translation>
    </message>
    <message>
        <source>按月办理情况</source>
        <translation>Handling by month</translation>
    </message>
    <message>
        <source>分事项收件与办结</source>
        <translation>Received and concluded by item</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>{n}月</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>合计：收件 {received} · 受理 {accepted} · 办结 {closed} · 准予 {granted} · 不予 {refused} · 撤回 {withdrawn}</source>
        <translation>Total: received {received} · accepted {accepted} · concluded {closed} · granted {granted} · refused {refused} · withdrawn {withdrawn}</translation>
    </message>
    <message>
        <source>所选事项</source>
        <translation>Selected item</translation>
    </message>
    <message>
        <source>{name}：本年收件、受理或办结的 {n} 件</source>
        <translation>{name}: {n} cases received, accepted or concluded this year</translation>
    </message>
    <message>
        <source>各月收件、受理、办结（件）</source>
        <translation>Received, accepted and concluded by month (cases)</translation>
    </message>
    <message>
        <source>各事项收件、办结（件）</source>
        <translation>Received and concluded by item (cases)</translation>
    </message>
</context>
<context>
    <name>KindColumn</name>
    <message>
        <source>压缩 {n}%</source>
        <translation>{n}% shorter</translation>
    </message>
    <message>
        <source>办理类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Statutory limit</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised limit</translation>
    </message>
    <message>
        <source>压缩</source>
        <translation>Reduction</translation>
    </message>
    <message>
        <source>可延长</source>
        <translation>Extensible</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>同一申请人的同一事项还在办理</source>
        <translation>The same applicant has a pending case of the same item</translation>
    </message>
    <message>
        <source>名称相同，证件号码不同</source>
        <translation>Same name, other ID number</translation>
    </message>
    <message>
        <source>联系电话与另一申请人相同</source>
        <translation>Phone of another applicant</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>{n} 日后到期</source>
        <translation>expires in {n} days</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
</context>
<context>
    <name>KnownPanel</name>
    <message>
        <source>已知情况</source>
        <translation>Known facts</translation>
    </message>
    <message>
        <source>还没有申请人</source>
        <translation>No applicant yet</translation>
    </message>
    <message>
        <source>录入名称和证件号码后，这里显示在办件、许可证和以往记录。</source>
        <translation>Once name and ID number are entered, pending cases, licences and history are shown here.</translation>
    </message>
    <message>
        <source>没有以往记录</source>
        <translation>No history</translation>
    </message>
    <message>
        <source>可能重复</source>
        <translation>Possible duplicate</translation>
    </message>
    <message>
        <source>在办件 {n}</source>
        <translation>Pending {n}</translation>
    </message>
    <message>
        <source>许可证 {n}</source>
        <translation>Licences {n}</translation>
    </message>
    <message>
        <source>以往不予 {n}</source>
        <translation>Refused before {n}</translation>
    </message>
    <message>
        <source>另有已办结 {n} 件</source>
        <translation>{n} more concluded</translation>
    </message>
    <message>
        <source>收件 {day}</source>
        <translation>received {day}</translation>
    </message>
    <message>
        <source>{clock} {day}</source>
        <translation>{clock} {day}</translation>
    </message>
    <message>
        <source>{item}
至 {day}</source>
        <translation>{item}
to {day}</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>no expiry</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Please verify</translation>
    </message>
    <message>
        <source>打开办件 {no}</source>
        <translation>Open case {no}</translation>
    </message>
    <message>
        <source>打开办件</source>
        <translation>Open case</translation>
    </message>
</context>
<context>
    <name>LetterColumn</name>
    <message>
        <source>交寄 {n} 天，已退回</source>
        <translation>posted {n} days ago, returned</translation>
    </message>
    <message>
        <source>{n} 天未回</source>
        <translation>out {n} days</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>证书或文书编号</source>
        <translation>Certificate or document number</translation>
    </message>
    <message>
        <source>决定日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation>Delivery by</translation>
    </message>
    <message>
        <source>邮件号码</source>
        <translation>Waybill number</translation>
    </message>
    <message>
        <source>交寄日期</source>
        <translation>Posted on</translation>
    </message>
    <message>
        <source>送达回证</source>
        <translation>Return receipt</translation>
    </message>
    <message>
        <source>送达日期</source>
        <translation>Delivered on</translation>
    </message>
    <message>
        <source>送达期限</source>
        <translation>Deliver by</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
</context>
<context>
    <name>LicenceColumn</name>
    <message>
        <source>已注销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>无期限</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>临近到期</source>
        <translation>Expiring soon</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>证书编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>持证人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
</context>
<context>
    <name>LicenseeColumn</name>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>监管</source>
        <translation>Supervision</translation>
    </message>
</context>
<context>
    <name>LicenseeCompleter</name>
    <message>
        <source>名录中的申请人</source>
        <translation>Applicants in the register</translation>
    </message>
</context>
<context>
    <name>LoadCard</name>
    <message>
        <source>到期月历</source>
        <translation>Calendar of due dates</translation>
    </message>
    <message>
        <source>暂定</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>该年放假安排尚未公布，只按周末推算</source>
        <translation>The holidays of this year are not published; reckoned with weekends only</translation>
    </message>
    <message>
        <source>灰底为休息日，“休”为放假，“班”为调休上班；数字为当日到期的件数。点选日期只看当日。</source>
        <translation>Grey: day off, “H” holiday, “W” worked weekend; figures: cases due that day. Click a day to see only its cases.</translation>
    </message>
    <message>
        <source>本月到期 {n} 件</source>
        <translation>{n} due this month</translation>
    </message>
    <message>
        <source>上一月</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>下一月</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>到期情况</source>
        <translation>Due dates</translation>
    </message>
    <message>
        <source>当日到期 {n} 件</source>
        <translation>{n} due that day</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>窗口已锁定。没有填完的内容都还在。</source>
        <translation>The window is locked. What was not finished is still here.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Switch person</translation>
    </message>
</context>
<context>
    <name>MailingScreen</name>
    <message>
        <source>证照所在环节</source>
        <translation>Stages of certificates</translation>
    </message>
    <message>
        <source>办理下一步</source>
        <translation>Take next step</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make certificate</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>上一环节</source>
        <translation>Previous stage</translation>
    </message>
    <message>
        <source>下一环节</source>
        <translation>Next stage</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>到所选办件</source>
        <translation>To the selected case</translation>
    </message>
    <message>
        <source>送达年度</source>
        <translation>Year of delivery</translation>
    </message>
    <message>
        <source>邮件交接清单</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>证照</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>这一环节没有证照</source>
        <translation>No certificates in this stage</translation>
    </message>
    <message>
        <source>没有{stage}的证照</source>
        <translation>No certificates {stage}</translation>
    </message>
    <message>
        <source>正在读取证照…</source>
        <translation>Reading certificates…</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>今日交寄 {n} 件</source>
        <translation>{n} posted today</translation>
    </message>
    <message>
        <source>打印今日交寄邮件的交接清单；{told}</source>
        <translation>Print the hand-over list of today&apos;s letters; {told}</translation>
    </message>
    <message>
        <source>送达回证最久 {n} 天未回</source>
        <translation>oldest return receipt out {n} days</translation>
    </message>
    <message>
        <source>证照没有读出来，按 F5 再试。</source>
        <translation>Certificates could not be read; press F5 to try again.</translation>
    </message>
    <message>
        <source>已交寄：{name}，{waybill}</source>
        <translation>Posted: {name}, {waybill}</translation>
    </message>
    <message>
        <source>这件证照现在不能这样办理。</source>
        <translation>This cannot be done with this certificate now.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>窗口受理工作台</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>已交给打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>窗口受理工作台（练习，样张）</source>
        <translation>Clerk (training, specimen)</translation>
    </message>
</context>
<context>
    <name>MaterialColumn</name>
    <message>
        <source>材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>MaterialsCard</name>
    <message>
        <source>有的材料只在一定情形下才需要：勾选需要的</source>
        <translation>Some materials are needed only in certain situations: tick those needed</translation>
    </message>
    <message>
        <source>选交</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>需要：{what}（{n} 份）</source>
        <translation>Needed: {what} ({n})</translation>
    </message>
    <message>
        <source>适用情形 {asked}/{all}</source>
        <translation>Situations {asked}/{all}</translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>改为重新申请</source>
        <translation>Change to re-application</translation>
    </message>
    <message>
        <source>按重新申请办理，原许可证号保留</source>
        <translation>Handle as a re-application; the licence number is kept</translation>
    </message>
    <message>
        <source>请选择事项</source>
        <translation>Select an item</translation>
    </message>
    <message>
        <source>申请渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>网上提交或者邮件到达之日；不填为今天</source>
        <translation>The day the online filing or the letter arrived; empty: today</translation>
    </message>
    <message>
        <source>外部编号</source>
        <translation>External number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>办理类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>原许可证号</source>
        <translation>Licence concerned</translation>
    </message>
    <message>
        <source>变更、延期、重新申请、补证和注销所针对的许可证</source>
        <translation>The licence to change, renew, re-apply for, replace or cancel</translation>
    </message>
    <message>
        <source>{item}（由{authority}办理）</source>
        <translation>{item} (handled by {authority})</translation>
    </message>
    <message>
        <source>本事项由{authority}办理，本机关应当即时作出不予受理决定，并告知向其申请。</source>
        <translation>This item is handled by {authority}: refuse acceptance at once and tell the applicant to apply there.</translation>
    </message>
    <message>
        <source>“{item}”没有“{kind}”。</source>
        <translation>“{item}” has no “{kind}”.</translation>
    </message>
    <message>
        <source>请改为“{other}”。</source>
        <translation>Use “{other}” instead.</translation>
    </message>
</context>
<context>
    <name>MonthCalendar</name>
    <message>
        <source>一二三四五六日</source>
        <translation>MTWTFSS</translation>
    </message>
    <message>
        <source>休</source>
        <translation>H</translation>
    </message>
    <message>
        <source>班</source>
        <translation>W</translation>
    </message>
    <message>
        <source>到期 {n} 件</source>
        <translation>{n} due</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>{page}，{count} 件</source>
        <translation>{page}, {count}</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>由{role}岗位办理，可以查看</source>
        <translation>Done by the role {role}; you may look</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>Awaiting acceptance</translation>
    </message>
    <message>
        <source>核对受理</source>
        <translation>Check and accept</translation>
    </message>
    <message>
        <source>补正已齐</source>
        <translation>Supplement complete</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>催补正</source>
        <translation>Press for supplement</translation>
    </message>
    <message>
        <source>停止计时</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>待承办</source>
        <translation>Awaiting handling</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>Awaiting check</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>待批准</source>
        <translation>Awaiting approval</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make certificate</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>登记领取</source>
        <translation>Record collection</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>重新交寄</source>
        <translation>Post again</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>视为受理</source>
        <translation>Deemed accepted</translation>
    </message>
    <message>
        <source>待告知</source>
        <translation>To notify</translation>
    </message>
    <message>
        <source>补正齐全</source>
        <translation>Supplement complete</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>Notified</translation>
    </message>
    <message>
        <source>逾{n}日</source>
        <translation>{n} days over</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>today</translation>
    </message>
    <message>
        <source>余{n}日</source>
        <translation>{n} days left</translation>
    </message>
    <message>
        <source>{day} 告知</source>
        <translation>notified {day}</translation>
    </message>
    <message>
        <source>{what}，期限 {day}</source>
        <translation>{what}, due {day}</translation>
    </message>
    <message>
        <source>核对结果已保存</source>
        <translation>Verdicts saved</translation>
    </message>
    <message>
        <source>还有 {n} 份材料没有结论，不能出具告知书</source>
        <translation>{n} materials have no verdict; the notice cannot be issued</translation>
    </message>
    <message>
        <source>把收到的材料改为“符合”，再登记收到补正</source>
        <translation>Set the received materials to “conforms”, then record the supplement</translation>
    </message>
    <message>
        <source>还有 {n} 份材料不符合要求，不能受理</source>
        <translation>{n} materials do not conform; the case cannot be accepted</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>关闭提示</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>NoticeColumn</name>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Situation</translation>
    </message>
</context>
<context>
    <name>NoticeListCard</name>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>待告知和待补正的办件</source>
        <translation>Cases to notify or awaiting supplement</translation>
    </message>
    <message>
        <source>没有待告知、待补正的办件</source>
        <translation>No cases to notify or awaiting supplement</translation>
    </message>
    <message>
        <source>收件后没有当场受理的办件在这里逐份核对材料。</source>
        <translation>Cases not accepted on the spot are checked here material by material.</translation>
    </message>
    <message>
        <source>还没有告知、等待补正和补正齐全待受理的办件</source>
        <translation>Cases not notified, awaiting supplement, or complete and awaiting acceptance</translation>
    </message>
    <message>
        <source>以往发出的一次性告知</source>
        <translation>One-time notices issued before</translation>
    </message>
    <message>
        <source>待办 {n}</source>
        <translation>To do {n}</translation>
    </message>
    <message>
        <source>已告知 {n}</source>
        <translation>Notified {n}</translation>
    </message>
</context>
<context>
    <name>NotificationScreen</name>
    <message>
        <source>材料核对</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>没有材料清单</source>
        <translation>No checklist</translation>
    </message>
    <message>
        <source>台账导入的办件没有逐份材料记录。</source>
        <translation>Imported cases have no records of single materials.</translation>
    </message>
    <message>
        <source>保存核对结果</source>
        <translation>Save verdicts</translation>
    </message>
    <message>
        <source>收到补正材料</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>出具告知书</source>
        <translation>Issue notice</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>到材料清单</source>
        <translation>To checklist</translation>
    </message>
    <message>
        <source>没有选中办件</source>
        <translation>No case selected</translation>
    </message>
    <message>
        <source>在左边的列表里选一件，这里核对它的材料。</source>
        <translation>Select a case on the left; its materials are checked here.</translation>
    </message>
    <message>
        <source>已记录：{state}</source>
        <translation>Recorded: {state}</translation>
    </message>
</context>
<context>
    <name>NumberColumn</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Workstation</translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>编号系列</source>
        <translation>Number series</translation>
    </message>
    <message>
        <source>没有登记编号系列</source>
        <translation>No number series registered</translation>
    </message>
    <message>
        <source>所选系列的编号</source>
        <translation>Numbers of the selected series</translation>
    </message>
    <message>
        <source>这个系列还没有编号</source>
        <translation>No numbers in this series yet</translation>
    </message>
    <message>
        <source>出具第一份文书时领取号段并给号。</source>
        <translation>A block is leased and a number given when the first document is issued.</translation>
    </message>
    <message>
        <source>编号与号段</source>
        <translation>Numbers and leases</translation>
    </message>
    <message>
        <source>已用 + 作废 + 退回 + 待核 + 未用 = 末号 − 首号 + 1</source>
        <translation>used + void + returned + unverified + unused = last − first + 1</translation>
    </message>
    <message>
        <source> {year} 年</source>
        <translation> {year}</translation>
    </message>
    <message>
        <source>例如 {number}</source>
        <translation>e.g. {number}</translation>
    </message>
    <message>
        <source>由其他系统给号，这里只登记</source>
        <translation>Numbers given by another system, only recorded here</translation>
    </message>
    <message>
        <source>待核实：{note}</source>
        <translation>To be verified: {note}</translation>
    </message>
    <message>
        <source>缺号</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>重号</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>超出号段</source>
        <translation>Outside the lease</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>继续办理</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>出具刚收件的那一件接下来的文书</source>
        <translation>Issue the next document of the case just received</translation>
    </message>
</context>
<context>
    <name>Oversight</name>
    <message>
        <source>许可</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>隐患 {findings} 处，文书 {documents} 份</source>
        <translation>{findings} hazards, {documents} documents</translation>
    </message>
    <message>
        <source>，罚款 {fine} 元</source>
        <translation>, fine {fine} yuan</translation>
    </message>
</context>
<context>
    <name>OversightScreen</name>
    <message>
        <source>年度数字</source>
        <translation>Yearly figures</translation>
    </message>
    <message>
        <source>分事项与图表</source>
        <translation>Items and charts</translation>
    </message>
    <message>
        <source>许可与企业</source>
        <translation>Licences and licensees</translation>
    </message>
    <message>
        <source>监督检查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>证后监管与年报的各部分</source>
        <translation>Parts of oversight and annual report</translation>
    </message>
    <message>
        <source>上一年度</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>下一年度</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>年度数字、图表和监督检查所属的年度</source>
        <translation>The year of figures, charts and inspections</translation>
    </message>
    <message>
        <source>到数字</source>
        <translation>To figures</translation>
    </message>
    <message>
        <source>到明细</source>
        <translation>To details</translation>
    </message>
    <message>
        <source>下一部分</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>上一部分</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
</context>
<context>
    <name>OwnFields</name>
    <message>
        <source>请填数字，例如 12 或 12.5</source>
        <translation>Enter a number, e.g. 12 or 12.5</translation>
    </message>
    <message>
        <source>印在许可证上</source>
        <translation>Printed on the licence</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>今日待办</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>收件受理</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>时限跟踪</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>证照寄送</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>办件查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>证后监管与年报</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>系统管理</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>正在生成文书…</source>
        <translation>Making the document…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>编号待定：出具后才有编号，才能打印。</source>
        <translation>Number pending: it is given on issue; only then can the document be printed.</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>另存</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>文书页面</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>第 {page} / {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PendingColumn</name>
    <message>
        <source>许可证</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>许可企业</source>
        <translation>Licensee</translation>
    </message>
    <message>
        <source>本工作站</source>
        <translation>This workstation</translation>
    </message>
    <message>
        <source>本机关数据</source>
        <translation>Data of the office</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>记录时间</source>
        <translation>Recorded at</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>文书编号</source>
        <translation>Document number</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>还没有人员</source>
        <translation>No staff yet</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>登录用；定下后不能改</source>
        <translation>For signing in; cannot be changed later</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>系统管理、安全管理、安全审计须由三人分别担任（GB/T 22239-2019）</source>
        <translation>System administration, security and audit need three different persons (GB/T 22239-2019)</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>停用后不能登录，原有记录不变</source>
        <translation>Once inactive, cannot sign in; the records stay</translation>
    </message>
    <message>
        <source>至少 {n} 个字符；留空则不改</source>
        <translation>At least {n} characters; empty: unchanged</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>人员与权限</source>
        <translation>Staff and permissions</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>只有系统管理岗位可以修改，这里只供查看。</source>
        <translation>Only system administration may change this; you may look.</translation>
    </message>
    <message>
        <source>已保存“{user}”</source>
        <translation>“{user}” saved</translation>
    </message>
</context>
<context>
    <name>PostRow</name>
    <message>
        <source>扫描或录入 13 位邮件号码</source>
        <translation>Scan or type the 13-digit waybill number</translation>
    </message>
    <message>
        <source>邮件号码</source>
        <translation>Waybill number</translation>
    </message>
    <message>
        <source>国际格式为两位字母、九位数字、两位字母，第九位数字是校验位；国内为 13 位数字。回车即交寄。</source>
        <translation>International: two letters, nine digits, two letters, the ninth digit being the check digit; domestic: 13 digits. Enter posts it.</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>登记交给中国邮政（扫描后按回车即可）</source>
        <translation>Record the hand-over to China Post (scan, then Enter)</translation>
    </message>
    <message>
        <source>先选一件待寄的证照</source>
        <translation>Select a certificate to post first</translation>
    </message>
    <message>
        <source>申请人没有选择邮寄</source>
        <translation>The applicant did not choose post</translation>
    </message>
    <message>
        <source>寄往 {who}  {phone}</source>
        <translation>To {who}  {phone}</translation>
    </message>
    <message>
        <source>地址已确认</source>
        <translation>Address confirmed</translation>
    </message>
    <message>
        <source>地址未确认</source>
        <translation>Address not confirmed</translation>
    </message>
</context>
<context>
    <name>PrintersSection</name>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>没有找到打印机</source>
        <translation>No printer found</translation>
    </message>
    <message>
        <source>在操作系统里添加打印机，然后按“重新查找”。</source>
        <translation>Add a printer in the operating system, then “Look again”.</translation>
    </message>
    <message>
        <source>重新查找</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>重新向操作系统询问打印机</source>
        <translation>Ask the operating system for printers again</translation>
    </message>
    <message>
        <source>文书由操作系统的打印服务打印；第一台是默认打印机。</source>
        <translation>Documents are printed by the system&apos;s print service; the first is the default printer.</translation>
    </message>
</context>
<context>
    <name>ProblemColumn</name>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在停止…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>预览收件凭证，再出具决定 (Ctrl+Return)</source>
        <translation>Preview the receipt, then issue the decision (Ctrl+Return)</translation>
    </message>
    <message>
        <source>先不办，写好的理由保留 (Esc)</source>
        <translation>Not now; the reasons written are kept (Esc)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>印在决定书上，申请人凭它申请复议或者起诉</source>
        <translation>Printed in the decision; the applicant&apos;s ground for reconsideration or suit</translation>
    </message>
    <message>
        <source>应向其申请</source>
        <translation>Authority to apply to</translation>
    </message>
    <message>
        <source>不属于本机关职权的，写明有权机关（行政许可法第三十二条第一款第二项）</source>
        <translation>If the office is not competent, name the competent authority (Administrative Licensing Law, art. 32(1)(2))</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>State the reasons</translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>没有符合的记录</source>
        <translation>No matching records</translation>
    </message>
    <message>
        <source>许可证</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>许可企业</source>
        <translation>Licensee</translation>
    </message>
    <message>
        <source>许可、检查与办件</source>
        <translation>Licences, inspections and cases</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>No records</translation>
    </message>
    <message>
        <source>许可证 {n}</source>
        <translation>Licences {n}</translation>
    </message>
    <message>
        <source>许可企业 {n}</source>
        <translation>Licensees {n}</translation>
    </message>
    <message>
        <source>许可证或许可企业</source>
        <translation>Licences or licensees</translation>
    </message>
    <message>
        <source>名称、拼音首字母、证号或证件号码</source>
        <translation>Name, pinyin initials, licence or ID number</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>没有选中企业</source>
        <translation>No licensee selected</translation>
    </message>
    <message>
        <source>在左边选一行，这里显示它的许可、检查和办件。</source>
        <translation>Select a row on the left; licences, inspections and cases are shown here.</translation>
    </message>
</context>
<context>
    <name>ReportButtons</name>
    <message>
        <source>年报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>查看、打印或另存年度报告</source>
        <translation>View, print or save the annual report</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>把数字和明细存为 XLSX</source>
        <translation>Save figures and details as XLSX</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>把年度报告存为 Word 文件</source>
        <translation>Save the annual report as a Word file</translation>
    </message>
    <message>
        <source>XLSX 工作簿 (*.xlsx)</source>
        <translation>XLSX workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Word 文件 (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
    <message>
        <source>保存年度报告</source>
        <translation>Save annual report</translation>
    </message>
    <message>
        <source>已保存 {file}</source>
        <translation>{file} saved</translation>
    </message>
</context>
<context>
    <name>RolePicker</name>
    <message>
        <source>可以办理“{role}”</source>
        <translation>May act as “{role}”</translation>
    </message>
</context>
<context>
    <name>RunColumn</name>
    <message>
        <source>上传 {sent}，取回 {fetched}，冲突 {conflicts}，被拒 {refused}</source>
        <translation>{sent} sent, {fetched} fetched, {conflicts} conflicts, {refused} refused</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>起因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>查找一切</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>办件编号、姓名、拼音首字母、信用代码、电话、证号、邮件号（Ctrl+K）</source>
        <translation>Case number, name, pinyin initials, credit code, phone, licence, waybill (Ctrl+K)</translation>
    </message>
    <message>
        <source>输入任一部分即可；上下键选择，回车打开</source>
        <translation>Type any part; Up and Down select, Enter opens</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>办件列表</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>没有符合条件的办件</source>
        <translation>No matching cases</translation>
    </message>
    <message>
        <source>换一个条件，或按 Ctrl+D 清除全部条件。</source>
        <translation>Change a criterion, or press Ctrl+D to clear all.</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>更多条件</source>
        <translation>More criteria</translation>
    </message>
    <message>
        <source>按事项、渠道、收件和受理日期筛选</source>
        <translation>Filter by item, channel, dates of receipt and acceptance</translation>
    </message>
    <message>
        <source>清除条件</source>
        <translation>Clear criteria</translation>
    </message>
    <message>
        <source>到查询条件</source>
        <translation>To criteria</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>到卷宗</source>
        <translation>To the file</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>收起条件</source>
        <translation>Fewer criteria</translation>
    </message>
    <message>
        <source>{words}（{n}）</source>
        <translation>{words} ({n})</translation>
    </message>
</context>
<context>
    <name>SheetColumn</name>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Sheet</translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>查找一切</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>锁定窗口</source>
        <translation>Lock the window</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>说明本栏及其依据</source>
        <translation>Explain this field and its legal basis</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>List of shortcuts</translation>
    </message>
    <message>
        <source>刷新本页</source>
        <translation>Refresh this page</translation>
    </message>
    <message>
        <source>颜色和文字大小</source>
        <translation>Colours and text size</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>办理所选事项的下一步</source>
        <translation>Take the next step of the selected row</translation>
    </message>
    <message>
        <source>只看我的/查看全部</source>
        <translation>Mine only / all</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>按当前结论办理</source>
        <translation>Proceed with the present outcome</translation>
    </message>
    <message>
        <source>新的申请</source>
        <translation>New application</translation>
    </message>
    <message>
        <source>暂存</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>取回暂存</source>
        <translation>Resume parked intake</translation>
    </message>
    <message>
        <source>放弃正在录入的收件</source>
        <translation>Discard the intake being entered</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refuse acceptance</translation>
    </message>
    <message>
        <source>不受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>到申请人栏</source>
        <translation>To applicant</translation>
    </message>
    <message>
        <source>到材料清单</source>
        <translation>To checklist</translation>
    </message>
    <message>
        <source>到办理结论</source>
        <translation>To outcomes</translation>
    </message>
    <message>
        <source>出具告知书</source>
        <translation>Issue notice</translation>
    </message>
    <message>
        <source>保存核对结果</source>
        <translation>Save verdicts</translation>
    </message>
    <message>
        <source>收到补正材料</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>启动特别程序</source>
        <translation>Start special procedure</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>签署意见</source>
        <translation>Sign opinion</translation>
    </message>
    <message>
        <source>到月历</source>
        <translation>To the calendar</translation>
    </message>
    <message>
        <source>到所选办件</source>
        <translation>To the selected case</translation>
    </message>
    <message>
        <source>制证</source>
        <translation>Make certificate</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>邮件交接清单</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>上一环节</source>
        <translation>Previous stage</translation>
    </message>
    <message>
        <source>下一环节</source>
        <translation>Next stage</translation>
    </message>
    <message>
        <source>到查询条件</source>
        <translation>To criteria</translation>
    </message>
    <message>
        <source>清除查询条件</source>
        <translation>Clear search criteria</translation>
    </message>
    <message>
        <source>到卷宗</source>
        <translation>To the file</translation>
    </message>
    <message>
        <source>上一年度</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>下一年度</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>查看年度报告</source>
        <translation>View annual report</translation>
    </message>
    <message>
        <source>下一部分</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>上一部分</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>到年度数字</source>
        <translation>To yearly figures</translation>
    </message>
    <message>
        <source>到数字的明细</source>
        <translation>To details of the figure</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>立即交换</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>到栏目</source>
        <translation>To section</translation>
    </message>
    <message>
        <source>下一栏</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>上一栏</source>
        <translation>Previous section</translation>
    </message>
    <message>
        <source>出具</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>放大页面</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小页面</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>纸张已打印出来</source>
        <translation>The sheet came out</translation>
    </message>
</context>
<context>
    <name>ShortcutCard</name>
    <message>
        <source>快捷键一览</source>
        <translation>List of shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ShortcutColumn</name>
    <message>
        <source>全窗口</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>文书预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>作用</source>
        <translation>Effect</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>窗口受理工作台</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>请选择或输入用户名，再输入密码。</source>
        <translation>Select or type the user name, then the password.</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>StaffColumn</name>
    <message>
        <source>停用</source>
        <translation>Inactive</translation>
    </message>
    <message>
        <source>无密码</source>
        <translation>No password</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>本机编号 {code}</source>
        <translation>Code of this PC {code}</translation>
    </message>
    <message>
        <source>用户名 {user}</source>
        <translation>User name {user}</translation>
    </message>
    <message>
        <source>岗位：{roles}</source>
        <translation>Roles: {roles}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L 换人，Ctrl+L 锁定</source>
        <translation>Ctrl+Shift+L switch person, Ctrl+L lock</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
</context>
<context>
    <name>StatusFacts</name>
    <message>
        <source>所有记录都已写入本机硬盘。</source>
        <translation>All records are on the disk of this PC.</translation>
    </message>
    <message>
        <source>{n} 组待处理</source>
        <translation>{n} groups set aside</translation>
    </message>
    <message>
        <source>有 {n} 组记录被服务器搁置，需要有人决定；另有 {m} 组待上传。</source>
        <translation>The server set {n} groups aside; someone has to decide. {m} more groups are pending.</translation>
    </message>
    <message>
        <source>{n} 组记录还没有上传，下次交换时上传。</source>
        <translation>{n} groups not sent yet; they go with the next exchange.</translation>
    </message>
    <message>
        <source>待上传 {n}</source>
        <translation>Pending {n}</translation>
    </message>
    <message>
        <source>无待上传</source>
        <translation>Nothing pending</translation>
    </message>
    <message>
        <source>没有等待上传的记录。</source>
        <translation>No records are pending.</translation>
    </message>
    <message>
        <source>核对过的交换：本机与服务器逐条比对一致的时刻。</source>
        <translation>Verified exchange: the moment this PC and the server agreed record by record.</translation>
    </message>
    <message>
        <source>尚未核对交换</source>
        <translation>No verified exchange</translation>
    </message>
    <message>
        <source>本机还没有完成过一次核对。</source>
        <translation>No verified exchange on this PC yet.</translation>
    </message>
    <message>
        <source>最近一次在 {when}，{days} 天前。</source>
        <translation>Last on {when}, {days} days ago.</translation>
    </message>
    <message>
        <source>已核对 {when}</source>
        <translation>Verified {when}</translation>
    </message>
    <message>
        <source>工作日按国务院办公厅每年的放假通知计算。</source>
        <translation>Working days follow the yearly holiday notices of the General Office of the State Council.</translation>
    </message>
    <message>
        <source>{year} 年的放假通知还没有录入，时限只按周末推算，都标为暂定。</source>
        <translation>The holiday notice of {year} is not entered; limits count weekends only and are marked provisional.</translation>
    </message>
    <message>
        <source>{year} 日历暂定</source>
        <translation>Calendar {year} provisional</translation>
    </message>
    <message>
        <source>已录入到 {year} 年。</source>
        <translation>Entered up to {year}.</translation>
    </message>
    <message>
        <source>日历至 {year}</source>
        <translation>Calendar to {year}</translation>
    </message>
    <message>
        <source>共 {n} 个事项。</source>
        <translation>{n} items in all.</translation>
    </message>
    <message>
        <source>事项目录：现行各事项中，最近一个版本自 {day} 起施行。</source>
        <translation>Item catalogue: the newest of the versions now in force took effect on {day}.</translation>
    </message>
    <message>
        <source>事项目录 {day}</source>
        <translation>Item catalogue {day}</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>补正材料收到之日；不填为今天。最后一份收到之日是受理之日</source>
        <translation>The day the materials came in; empty: today. The day of the last one is the date of acceptance</translation>
    </message>
    <message>
        <source>打开办件</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>打开这一件的全部情况</source>
        <translation>Show everything about this case</translation>
    </message>
</context>
<context>
    <name>TextColumn</name>
    <message>
        <source>凭记忆，待核对</source>
        <translation>From memory, to be verified</translation>
    </message>
    <message>
        <source>今日核对</source>
        <translation>Verified today</translation>
    </message>
    <message>
        <source>{n} 天前核对</source>
        <translation>Verified {n} days ago</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>施行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>至</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>TextsSection</name>
    <message>
        <source>法律用语</source>
        <translation>Legal texts</translation>
    </message>
    <message>
        <source>没有法律用语</source>
        <translation>No legal texts</translation>
    </message>
    <message>
        <source>用语全文</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>文书上印出的原文</source>
        <translation>The text as printed on papers</translation>
    </message>
    <message>
        <source>共 {n} 条，{m} 条待核对</source>
        <translation>{n} texts, {m} to be verified</translation>
    </message>
    <message>
        <source>{name}（第 {n} 版）</source>
        <translation>{name} (version {n})</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>按紧急程度</source>
        <translation>By urgency</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>时限已过，尚未办理</source>
        <translation>The limit has passed and it is not done</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>今天届满</source>
        <translation>The limit ends today</translation>
    </message>
    <message>
        <source>三日内</source>
        <translation>Within three days</translation>
    </message>
    <message>
        <source>三个工作日内届满，不含今天</source>
        <translation>Ends within three working days, today excluded</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>已一次性告知，等待申请人补正</source>
        <translation>Notified once, waiting for the applicant&apos;s supplement</translation>
    </message>
    <message>
        <source>待我办理</source>
        <translation>Mine to do</translation>
    </message>
    <message>
        <source>下一步由我的岗位办理</source>
        <translation>The next step is my role&apos;s</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>已交寄，尚未签收</source>
        <translation>Posted, not yet signed for</translation>
    </message>
    <message>
        <source>待办事项</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>只看我的/查看全部</source>
        <translation>Mine only / all</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>办理下一步</source>
        <translation>Take next step</translation>
    </message>
    <message>
        <source>到办件列表</source>
        <translation>To the list of cases</translation>
    </message>
    <message>
        <source>今日无待办</source>
        <translation>Nothing to do today</translation>
    </message>
    <message>
        <source>按 Ctrl+M 查看全部在办事项。</source>
        <translation>Press Ctrl+M to see all pending cases.</translation>
    </message>
    <message>
        <source>这一类没有办件</source>
        <translation>No cases of this kind</translation>
    </message>
    <message>
        <source>正在读取待办事项…</source>
        <translation>Reading what is to do…</translation>
    </message>
    <message>
        <source>已列出 {n} 件，向下滚动继续</source>
        <translation>{n} listed, scroll down for more</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>待办事项没有读出来，按 F5 再试。</source>
        <translation>What is to do could not be read; press F5 to try again.</translation>
    </message>
    <message>
        <source>没有读出来</source>
        <translation>Could not be read</translation>
    </message>
</context>
<context>
    <name>TraceColumn</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Sum</translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>时限逐日说明</source>
        <translation>Reckoning day by day</translation>
    </message>
</context>
<context>
    <name>TrainingOverlay</name>
    <message>
        <source>练习，样张</source>
        <translation>Training, specimen</translation>
    </message>
    <message>
        <source>样张</source>
        <translation>Specimen</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>已保存的记录都在本机，没有丢失。</source>
        <translation>Saved records are on this PC; nothing is lost.</translation>
    </message>
</context>
<context>
    <name>Urgency</name>
    <message>
        <source>特别程序进行中，自 {day} 起停止计时</source>
        <translation>Special procedure running, clock stopped since {day}</translation>
    </message>
    <message>
        <source>停止计时</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>{clock} {day} 届满</source>
        <translation>{clock} due {day}</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>剩 {n} 天</source>
        <translation>{n} calendar days left</translation>
    </message>
    <message>
        <source>剩 {n} 日</source>
        <translation>{n} days left</translation>
    </message>
    <message>
        <source>{clock}，剩 {n} 个工作日（{halves} 个半日）</source>
        <translation>{clock}, {n} working days left ({halves} half-days)</translation>
    </message>
    <message>
        <source>{words}·暂定</source>
        <translation>{words} · provisional</translation>
    </message>
    <message>
        <source>逾期 {n} 日</source>
        <translation>{n} days overdue</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>{clock}，没有一次性告知：自收件之日起视为受理（待核对）</source>
        <translation>{clock}, no one-time notice: deemed accepted from the receipt (to be verified)</translation>
    </message>
</context>
<context>
    <name>ValidatedLineEdit</name>
    <message>
        <source>最多 {most} 个字，现为 {now} 个</source>
        <translation>At most {most} characters, now {now}</translation>
    </message>
</context>
<context>
    <name>VisitColumn</name>
    <message>
        <source>停产</source>
        <translation>Production stopped</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>检查对象</source>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspectors</translation>
    </message>
    <message>
        <source>隐患</source>
        <translation>Hazards</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>罚款(元)</source>
        <translation>Fine (yuan)</translation>
    </message>
</context>
<context>
    <name>VisitsTab</name>
    <message>
        <source>监督检查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>这一年没有监督检查记录</source>
        <translation>No inspections in this year</translation>
    </message>
    <message>
        <source>用上面的年度按钮换一年，或导入监督检查台账。</source>
        <translation>Choose another year above, or import the ledger of inspections.</translation>
    </message>
    <message>
        <source>{year} 年监督检查</source>
        <translation>Inspections {year}</translation>
    </message>
    <message>
        <source>{n} 家次 · 隐患 {findings} 处 · 文书 {documents} 份 · 罚款 {fine} 元</source>
        <translation>{n} visits · {findings} hazards · {documents} documents · fines {fine} yuan</translation>
    </message>
</context>
<context>
    <name>WorkColumn</name>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>届满日期</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting for</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>收件日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>YearColumn</name>
    <message>
        <source>暂定</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>已被替代</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>文号待核</source>
        <translation>Notice number to be verified</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>尚未公布</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>通知文号</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>公布</source>
        <translation>Published</translation>
    </message>
</context>
<context>
    <name>YearTab</name>
    <message>
        <source>数字所含的办件</source>
        <translation>Cases in the figure</translation>
    </message>
    <message>
        <source>这个数字为零</source>
        <translation>This figure is zero</translation>
    </message>
    <message>
        <source>数字所含的检查</source>
        <translation>Inspections in the figure</translation>
    </message>
    <message>
        <source>明细 {n} 行</source>
        <translation>{n} rows</translation>
    </message>
    <message>
        <source>收件与寄送</source>
        <translation>Received and posted</translation>
    </message>
    <message>
        <source>办结（件）</source>
        <translation>Concluded (cases)</translation>
    </message>
    <message>
        <source>监督检查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>年末事项目录</source>
        <translation>Catalogue at year&apos;s end</translation>
    </message>
    <message>
        <source>在办对账</source>
        <translation>Balance of pending cases</translation>
    </message>
    <message>
        <source>平衡：{a} + {b} − {c} = {d}</source>
        <translation>Balanced: {a} + {b} − {c} = {d}</translation>
    </message>
    <message>
        <source>对不上</source>
        <translation>Does not balance</translation>
    </message>
    <message>
        <source>行政许可事项 {n} 项</source>
        <translation>{n} licence items</translation>
    </message>
    <message>
        <source>全部进驻网上办事大厅</source>
        <translation>all available online</translation>
    </message>
    <message>
        <source>网办深度均达三级</source>
        <translation>all at online depth three</translation>
    </message>
    <message>
        <source>承诺时限比法定时限至少压缩 {n}%</source>
        <translation>promised limits at least {n}% shorter than statutory</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>全年工作日历</source>
        <translation>Calendar of the year</translation>
    </message>
    <message>
        <source>{year} 年，工作日 {n} 天。放假：{off}。调休上班：{work}。</source>
        <translation>{year}: {n} working days. Holidays: {off}. Worked weekends: {work}.</translation>
    </message>
    <message>
        <source>{n} 月</source>
        <translation>Month {n}</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>Worked weekend</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>窗口受理工作台。不带子命令时打开窗口。</source>
        <translation>Clerk. Without a command the window opens.</translation>
    </message>
    <message>
        <source>显示版本</source>
        <translation>show the version</translation>
    </message>
    <message>
        <source>数据文件夹（也可用环境变量 CLERK_APP_DATA_DIR 指定）</source>
        <translation>data folder (or the environment variable CLERK_APP_DATA_DIR)</translation>
    </message>
    <message>
        <source>经办人用户名；密码取自 CLERK_APP_PASSWORD、系统密钥环或提示输入，不能写在命令里</source>
        <translation>user name of the officer; the password comes from CLERK_APP_PASSWORD, the system&apos;s keyring or a prompt, never from the command line</translation>
    </message>
    <message>
        <source>指定现在的时间（ISO 8601），只用于培训数据</source>
        <translation>take this as the present time (ISO 8601); training data only</translation>
    </message>
    <message>
        <source>标准输出只写一个 JSON 文档，消息写到标准错误</source>
        <translation>write one JSON document to standard output, messages to standard error</translation>
    </message>
    <message>
        <source>建立数据文件夹：新设机关，或用凭据文件加入</source>
        <translation>create the data folder: a new office, or join with a credential file</translation>
    </message>
    <message>
        <source>建立培训数据（八名人员，密码 training）</source>
        <translation>create training data (eight persons, password training)</translation>
    </message>
    <message>
        <source>工作站代码，默认 W01；末尾数字为办件编号的系列</source>
        <translation>workstation code, default W01; its last digits are the series of case numbers</translation>
    </message>
    <message>
        <source>机关信息文件（JSON）</source>
        <translation>file with the particulars of the office (JSON)</translation>
    </message>
    <message>
        <source>首位系统管理员的用户名</source>
        <translation>user name of the first system administrator</translation>
    </message>
    <message>
        <source>首位系统管理员的姓名</source>
        <translation>name of the first system administrator</translation>
    </message>
    <message>
        <source>central add-workstation 写出的凭据文件</source>
        <translation>credential file written by central add-workstation</translation>
    </message>
    <message>
        <source>升级本机数据库（先核对副本再替换）</source>
        <translation>upgrade the database of this PC (a checked copy is swapped in)</translation>
    </message>
    <message>
        <source>导入办件、监督检查或许可企业台账（CSV 或 XLSX）</source>
        <translation>import a ledger of cases, inspections or licensees (CSV or XLSX)</translation>
    </message>
    <message>
        <source>台账文件</source>
        <translation>ledger file</translation>
    </message>
    <message>
        <source>台账种类；不写时按表头判断</source>
        <translation>kind of ledger; judged by its headings if absent</translation>
    </message>
    <message>
        <source>只核对，不写入</source>
        <translation>check only, write nothing</translation>
    </message>
    <message>
        <source>把退回的行写成可改正后重新导入的表格</source>
        <translation>write rejected rows as a table that can be corrected and imported again</translation>
    </message>
    <message>
        <source>年度数据和年度报告</source>
        <translation>yearly figures and annual report</translation>
    </message>
    <message>
        <source>把年度报告写成可继续编辑的 Word 文件</source>
        <translation>write the annual report as an editable Word file</translation>
    </message>
    <message>
        <source>把年度报告写成 PDF 文件</source>
        <translation>write the annual report as a PDF file</translation>
    </message>
    <message>
        <source>把数据和各项数据对应的办件写成表格</source>
        <translation>write the figures and the cases behind each as tables</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>计算一个办理时限，并逐日说明</source>
        <translation>reckon a limit and explain it day by day</translation>
    </message>
    <message>
        <source>事项代码或名称</source>
        <translation>code or name of the item</translation>
    </message>
    <message>
        <source>办理类型（new、change、renew、reapply、replace、cancel 或中文）</source>
        <translation>kind (new, change, renew, reapply, replace, cancel, or in Chinese)</translation>
    </message>
    <message>
        <source>起算之日（受理日期），当日不计入</source>
        <translation>the day from which the limit runs (acceptance), itself not counted</translation>
    </message>
    <message>
        <source>特别程序起止日期，首尾两日都不计；可重复</source>
        <translation>first and last day of a special procedure, neither counted; may be repeated</translation>
    </message>
    <message>
        <source>经批准延长办理期限</source>
        <translation>the term was extended with approval</translation>
    </message>
    <message>
        <source>推算工作日</source>
        <translation>reckon working days</translation>
    </message>
    <message>
        <source>起始日期，当日不计入</source>
        <translation>first day, itself not counted</translation>
    </message>
    <message>
        <source>之后第 N 个工作日</source>
        <translation>the Nth working day after it</translation>
    </message>
    <message>
        <source>到这一天为止（含当日）有几个工作日</source>
        <translation>how many working days up to and including this day</translation>
    </message>
    <message>
        <source>核对信用代码、身份证号、邮件号码等</source>
        <translation>check credit codes, citizen ID numbers, waybill numbers and the like</translation>
    </message>
    <message>
        <source>要核对的号码</source>
        <translation>number to check</translation>
    </message>
    <message>
        <source>名称的规范写法，以及能否打印</source>
        <translation>canonical form of a name and whether it can be printed</translation>
    </message>
    <message>
        <source>要核对的名称</source>
        <translation>name to check</translation>
    </message>
    <message>
        <source>办理记录内容的 JSON Schema；不写名称时列出全部</source>
        <translation>JSON Schema of an act&apos;s content; lists all without a name</translation>
    </message>
    <message>
        <source>办理记录的名称，例如 accepted</source>
        <translation>name of the act, e.g. accepted</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>办理一步</source>
        <translation>take a step</translation>
    </message>
    <message>
        <source>查看办件</source>
        <translation>show a case</translation>
    </message>
    <message>
        <source>JSON 文件，- 为标准输入</source>
        <translation>JSON file, - for standard input</translation>
    </message>
    <message>
        <source>按名称、拼音、号码、电话等查找</source>
        <translation>find by name, pinyin, number, phone and so on</translation>
    </message>
    <message>
        <source>要找的内容</source>
        <translation>what to find</translation>
    </message>
    <message>
        <source>最多几条</source>
        <translation>at most so many</translation>
    </message>
    <message>
        <source>把一份文书写成 PDF 文件</source>
        <translation>write a document as a PDF file</translation>
    </message>
    <message>
        <source>文书代码或名称，例如 receipt、申请材料接收凭证</source>
        <translation>code or name of the document, e.g. receipt, 申请材料接收凭证</translation>
    </message>
    <message>
        <source>写到这个文件</source>
        <translation>write to this file</translation>
    </message>
    <message>
        <source>只有文字，用于套打空白证书</source>
        <translation>text only, for overprinting blank certificates</translation>
    </message>
    <message>
        <source>与服务器交换</source>
        <translation>exchange with the server</translation>
    </message>
    <message>
        <source>交换一次</source>
        <translation>exchange once</translation>
    </message>
    <message>
        <source>管理共享服务器</source>
        <translation>manage the central server</translation>
    </message>
    <message>
        <source>准备服务器，并存下本机的凭据</source>
        <translation>prepare the server and keep this PC&apos;s credentials</translation>
    </message>
    <message>
        <source>增加一个工作站，写出它的凭据文件</source>
        <translation>add a workstation and write its credential file</translation>
    </message>
    <message>
        <source>列出工作站</source>
        <translation>list workstations</translation>
    </message>
    <message>
        <source>服务器状况</source>
        <translation>state of the server</translation>
    </message>
    <message>
        <source>停用一个工作站的登录</source>
        <translation>disable the sign-in of a workstation</translation>
    </message>
    <message>
        <source>更改工作站的名称（代码不变）</source>
        <translation>rename a workstation (its code stays)</translation>
    </message>
    <message>
        <source>postgresql://用户@主机[:端口]/数据库，不含密码；密码取自 CLERK_CENTRAL_PASSWORD、pgpass 或提示输入</source>
        <translation>postgresql://user@host[:port]/database without password; the password comes from CLERK_CENTRAL_PASSWORD, pgpass or a prompt</translation>
    </message>
    <message>
        <source>服务器地址；不写时用 central init 记下的地址</source>
        <translation>address of the server; default: the one kept by central init</translation>
    </message>
    <message>
        <source>签发服务器证书的机构证书（PEM）；默认取 PGSSLROOTCERT 或 ~/.postgresql/root.crt</source>
        <translation>certificate of the authority that signed the server&apos;s (PEM); default PGSSLROOTCERT or ~/.postgresql/root.crt</translation>
    </message>
    <message>
        <source>工作站代码，例如 W02</source>
        <translation>workstation code, e.g. W02</translation>
    </message>
    <message>
        <source>工作站的名称</source>
        <translation>name of the workstation</translation>
    </message>
    <message>
        <source>凭据文件写到这里</source>
        <translation>write the credential file here</translation>
    </message>
    <message>
        <source>核对全部记录、编号和数据库</source>
        <translation>check all records, numbers and the database</translation>
    </message>
    <message>
        <source>由办理记录重建全部列表</source>
        <translation>rebuild all lists from the acts</translation>
    </message>
    <message>
        <source>用2020年的台账走完一遍，留下各页面图片和全部文书</source>
        <translation>walk through the 2020 ledger, leaving pictures of all pages and all documents</translation>
    </message>
    <message>
        <source>写到这个文件夹</source>
        <translation>write to this folder</translation>
    </message>
    <message>
        <source>程序自检</source>
        <translation>self-test of the program</translation>
    </message>
    <message>
        <source>用法：</source>
        <translation>Usage:</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>通用选项（可写在子命令之前或之后）</source>
        <translation>Common options (before or after the command)</translation>
    </message>
    <message>
        <source>子命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>显示这份说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <source>缺少{names}</source>
        <translation>missing {names}</translation>
    </message>
    <message>
        <source>{names} 须写一个</source>
        <translation>one of {names} is needed</translation>
    </message>
    <message>
        <source>不认识{names}</source>
        <translation>unknown {names}</translation>
    </message>
    <message>
        <source>{name} 没有{value}这个选择</source>
        <translation>{name} has no choice {value}</translation>
    </message>
    <message>
        <source>{name} 后面缺少内容</source>
        <translation>{name} needs a value</translation>
    </message>
    <message>
        <source>{name} 不能与 {other} 同时使用</source>
        <translation>{name} cannot be used with {other}</translation>
    </message>
    <message>
        <source>{name} 不明确，请写全</source>
        <translation>{name} is ambiguous, write it in full</translation>
    </message>
    <message>
        <source>{name} 后面不能带内容</source>
        <translation>{name} takes no value</translation>
    </message>
    <message>
        <source>{name}：{detail}</source>
        <translation>{name}: {detail}</translation>
    </message>
    <message>
        <source>“{value}”不是日期（应为 2020-03-02）</source>
        <translation>“{value}” is not a date (e.g. 2020-03-02)</translation>
    </message>
    <message>
        <source>“{value}”不是时间（应为 2020-03-02T09:00）</source>
        <translation>“{value}” is not a time (e.g. 2020-03-02T09:00)</translation>
    </message>
    <message>
        <source>“{value}”不是起止日期（应为 2020-03-02:2020-03-06）</source>
        <translation>“{value}” is not a period (e.g. 2020-03-02:2020-03-06)</translation>
    </message>
    <message>
        <source>“{value}”的结束日期早于开始日期</source>
        <translation>“{value}” ends before it begins</translation>
    </message>
    <message>
        <source>“{value}”不是0到{most}的整数</source>
        <translation>“{value}” is not a whole number from 0 to {most}</translation>
    </message>
    <message>
        <source>“{value}”不是年度</source>
        <translation>“{value}” is not a year</translation>
    </message>
    <message>
        <source>{detail}（用 {command} --help 查看说明）</source>
        <translation>{detail} (see {command} --help)</translation>
    </message>
    <message>
        <source>没有密码：请设置环境变量 {variable}，或在终端中运行以便输入</source>
        <translation>No password: set the environment variable {variable}, or run in a terminal to type it</translation>
    </message>
    <message>
        <source>建立正式数据须用 --admin 和 --admin-name 指明首位系统管理员</source>
        <translation>Real data needs --admin and --admin-name for the first system administrator</translation>
    </message>
    <message>
        <source>{name} 不能与 --join 同时使用：加入时一切取自凭据文件</source>
        <translation>{name} cannot be used with --join: when joining, everything comes from the credential file</translation>
    </message>
    <message>
        <source>没有办理类型“{value}”</source>
        <translation>There is no kind “{value}”</translation>
    </message>
    <message>
        <source>“{item}”的时限没有规定可以延长</source>
        <translation>The limit of “{item}” cannot be extended</translation>
    </message>
    <message>
        <source>{number}个工作日之后超出了可以计算的日期</source>
        <translation>{number} working days lead beyond the dates that can be reckoned</translation>
    </message>
    <message>
        <source>不认识的字段：{names}</source>
        <translation>unknown fields: {names}</translation>
    </message>
    <message>
        <source>“{name}”应为{found}，文件里写的是{given}</source>
        <translation>“{name}” should be {found}, the file says {given}</translation>
    </message>
    <message>
        <source>JSON 内容不符合要求：{file} {detail}</source>
        <translation>The JSON content is not as required: {file} {detail}</translation>
    </message>
    <message>
        <source>请用 sheet_id 或 document 指明是哪一份文书</source>
        <translation>Name the document with sheet_id or document</translation>
    </message>
    <message>
        <source>没有文件 {file}</source>
        <translation>There is no file {file}</translation>
    </message>
    <message>
        <source>文件 {file} 过大，上限{limit}字节</source>
        <translation>The file {file} is too large; the limit is {limit} bytes</translation>
    </message>
    <message>
        <source>文件 {file} 无法读取：{reason}</source>
        <translation>The file {file} cannot be read: {reason}</translation>
    </message>
    <message>
        <source>文件 {file} 无法写入：{reason}</source>
        <translation>The file {file} cannot be written: {reason}</translation>
    </message>
    <message>
        <source>请写明服务器地址</source>
        <translation>Give the address of the server</translation>
    </message>
    <message>
        <source>请用 --ca 指明签发服务器证书的机构证书</source>
        <translation>Give the certificate of the authority that signed the server&apos;s with --ca</translation>
    </message>
    <message>
        <source>这个数据文件夹里已有数据</source>
        <translation>This data folder already holds data</translation>
    </message>
    <message>
        <source>{folder} 里还没有数据，请先用 clerk-app init 建立</source>
        <translation>{folder} holds no data yet; create it with clerk-app init</translation>
    </message>
    <message>
        <source>数据文件夹 {folder} 无法写入：{reason}</source>
        <translation>The data folder {folder} cannot be written: {reason}</translation>
    </message>
    <message>
        <source>找不到 {folder} 的数据库密钥，没有它无法打开数据；请核对系统密钥环或从保管处取回密钥</source>
        <translation>The database key of {folder} was not found; without it the data cannot be opened. Check the system&apos;s keyring or fetch the key from safe-keeping</translation>
    </message>
    <message>
        <source>服务器上还没有本机关的数据，请先在首台工作站交换一次</source>
        <translation>The server has no data of this office yet; exchange once at the first workstation</translation>
    </message>
    <message>
        <source>工作站代码“{value}”应为字母加数字，例如 W01，数字不超过{width}位且不为零</source>
        <translation>The workstation code “{value}” must be letters and digits, e.g. W01, with at most {width} digits that are not zero</translation>
    </message>
    <message>
        <source>机关代码“{value}”应为2至16位大写字母或数字，以字母开头</source>
        <translation>The office code “{value}” must be 2 to 16 capital letters or digits, beginning with a letter</translation>
    </message>
    <message>
        <source>行政区划代码“{value}”应为6位数字</source>
        <translation>The division code “{value}” must be 6 digits</translation>
    </message>
    <message>
        <source>程序出错。以下报告不含个人信息，请交给维护人员：</source>
        <translation>Program error. The report below holds no personal data; please send it to maintenance:</translation>
    </message>
    <message>
        <source>{user} 的密码</source>
        <translation>Password of {user}</translation>
    </message>
    <message>
        <source>服务器管理员的密码</source>
        <translation>Password of the server&apos;s administrator</translation>
    </message>
    <message>
        <source>机关信息中以下各项为占位内容，请在系统管理中核对：{fields}</source>
        <translation>These particulars of the office are placeholders; check them in administration: {fields}</translation>
    </message>
    <message>
        <source>培训数据</source>
        <translation>training data</translation>
    </message>
    <message>
        <source>工作站</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>数据版本</source>
        <translation>Data version</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>数据已是版本 {revision}，不需要升级</source>
        <translation>The data are at version {revision}; no upgrade is needed</translation>
    </message>
    <message>
        <source>已从版本 {before} 升级到 {after}，原数据保存在 {backup}</source>
        <translation>Upgraded from version {before} to {after}; the former data are kept at {backup}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>规范写法</source>
        <translation>Canonical form</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>“{before}”改为“{after}”</source>
        <translation>“{before}” changed to “{after}”</translation>
    </message>
    <message>
        <source>字库没有“{char}”（{codepoint}）</source>
        <translation>The font has no “{char}” ({codepoint})</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Reckoning</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>{first}至{last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>按命令所给</source>
        <translation>As given on the command line</translation>
    </message>
    <message>
        <source>暂定（放假安排尚未公布）</source>
        <translation>Provisional (holidays not published)</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>归属</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Recorded at</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Retracted</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>页面图片</source>
        <translation>Pictures of pages</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>匹配</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>核对无误</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>已由{acts}条办理记录重建，与原有内容一致</source>
        <translation>Rebuilt from {acts} acts; same as before</translation>
    </message>
    <message>
        <source>已由{acts}条办理记录重建，与原有内容不一致：原有内容被改动过</source>
        <translation>Rebuilt from {acts} acts; differs from before: the former content had been altered</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>历史数据存疑</source>
        <translation>Doubtful record</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{year}年度行政许可实施和监督管理情况</source>
        <translation>Licensing and oversight in {year}</translation>
    </message>
    <message>
        <source>监督检查（{trade}）</source>
        <translation>Inspections ({trade})</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>收取</source>
        <translation>Fetched</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>被拒</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>双方核对一致</source>
        <translation>Both sides verified as equal</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>字节（上行 / 下行）</source>
        <translation>Bytes (up / down)</translation>
    </message>
    <message>
        <source>不一致</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>记录数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>待处理的操作</source>
        <translation>Operations set aside</translation>
    </message>
    <message>
        <source>身份冲突</source>
        <translation>Identity conflict</translation>
    </message>
    <message>
        <source>系列</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>最近连接</source>
        <translation>Last connection</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident identity card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit for Hong Kong, Macao and Taiwan residents</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreigner&apos;s permanent residence card</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <translation>Mainland travel permit for Hong Kong and Macao residents</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Mainland travel permit for Taiwan residents</translation>
    </message>
    <message>
        <source>护照</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>邮件号码</source>
        <translation>Waybill number</translation>
    </message>
    <message>
        <source>电话号码</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>邮政编码</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>建立培训数据，导入2020年的台账……</source>
        <translation>Creating training data, importing the 2020 ledger…</translation>
    </message>
    <message>
        <source>准备共享服务器……</source>
        <translation>Preparing the central server…</translation>
    </message>
    <message>
        <source>在窗口中从收件办到签收……</source>
        <translation>In the window, from receipt to delivery…</translation>
    </message>
    <message>
        <source>第二台工作站加入并核对……</source>
        <translation>The second workstation joins and verifies…</translation>
    </message>
    <message>
        <source>取出全部文书……</source>
        <translation>Fetching all documents…</translation>
    </message>
    <message>
        <source>出年度报告……</source>
        <translation>Making the annual report…</translation>
    </message>
    <message>
        <source>窗口没有走到这一步：{what}（屏幕上有：{seen}）</source>
        <translation>The window did not get to this step: {what} (on the screen: {seen})</translation>
    </message>
    <message>
        <source>{what} 里没有“{value}”</source>
        <translation>{what} has no “{value}”</translation>
    </message>
    <message>
        <source>演示中的命令没有完成：{words}（{said}）</source>
        <translation>A command of the walk was not completed: {words} ({said})</translation>
    </message>
    <message>
        <source>{folder} 里有别的内容，请换一个文件夹</source>
        <translation>{folder} holds other things; choose another folder</translation>
    </message>
    <message>
        <source>正确</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>不正确</source>
        <translation>Incorrect</translation>
    </message>
    <message>
        <source>可以打印</source>
        <translation>Can be printed</translation>
    </message>
    <message>
        <source>不能打印</source>
        <translation>Cannot be printed</translation>
    </message>
    <message>
        <source>本机时间与服务器相差超过五分钟，请核对</source>
        <translation>The clocks of this PC and the server differ by more than five minutes; please check</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>准予许可</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予许可</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Application withdrawn</translation>
    </message>
    <message>
        <source>年初在办</source>
        <translation>Pending at start of year</translation>
    </message>
    <message>
        <source>年末在办</source>
        <translation>Pending at end of year</translation>
    </message>
    <message>
        <source>法定时限内办结</source>
        <translation>Concluded within statutory limit</translation>
    </message>
    <message>
        <source>承诺时限内办结</source>
        <translation>Concluded within promised limit</translation>
    </message>
    <message>
        <source>网上受理</source>
        <translation>Received online</translation>
    </message>
    <message>
        <source>寄送证照文书</source>
        <translation>Certificates and documents posted</translation>
    </message>
    <message>
        <source>监督检查家次合计</source>
        <translation>Inspection visits in all</translation>
    </message>
    <message>
        <source>隐患问题</source>
        <translation>Hazards</translation>
    </message>
    <message>
        <source>执法文书份数</source>
        <translation>Enforcement documents</translation>
    </message>
    <message>
        <source>行政处罚企业数</source>
        <translation>Licensees fined</translation>
    </message>
    <message>
        <source>处罚金额（元）</source>
        <translation>Fines (yuan)</translation>
    </message>
    <message>
        <source>责令停产整顿企业数</source>
        <translation>Licensees ordered to stop production</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>没有数据库文件{file}</source>
        <translation>There is no database file {file}</translation>
    </message>
    <message>
        <source>数据库文件{file}已经存在</source>
        <translation>The database file {file} exists already</translation>
    </message>
    <message>
        <source>密钥打不开数据库。请核对密钥是否属于这个数据文件夹；数据没有改动</source>
        <translation>The key does not open the database. Check that it belongs to this data folder; the data are unchanged</translation>
    </message>
    <message>
        <source>数据库正被另一个程序占用（{detail}），请稍后再试</source>
        <translation>The database is in use by another program ({detail}); try again later</translation>
    </message>
    <message>
        <source>数据库文件已损坏（{detail}）。请停止使用，并从备份恢复</source>
        <translation>The database file is damaged ({detail}). Stop using it and restore from a backup</translation>
    </message>
    <message>
        <source>数据由新版程序建立（版本{found}，本程序为{known}），请升级程序</source>
        <translation>The data come from a newer program (version {found}, this program: {known}); upgrade the program</translation>
    </message>
    <message>
        <source>数据库设置{setting}没有生效（{value}），为防止丢失数据已停止</source>
        <translation>The database setting {setting} did not take effect ({value}); stopped to prevent loss of data</translation>
    </message>
    <message>
        <source>磁盘空间不足，这一步没有保存；清理磁盘后请重试</source>
        <translation>The disk is full; this step was not saved. Free some space and try again</translation>
    </message>
    <message>
        <source>磁盘读写出错（{detail}），这一步没有保存</source>
        <translation>Disk error ({detail}); this step was not saved</translation>
    </message>
    <message>
        <source>数据文件夹只能读取，不能写入</source>
        <translation>The data folder is read-only</translation>
    </message>
    <message>
        <source>一次操作的记录过多：{size}条，上限{limit}条</source>
        <translation>Too many records in one operation: {size}, the limit is {limit}</translation>
    </message>
    <message>
        <source>“{kind}”不能写在这里（{stream}）</source>
        <translation>“{kind}” cannot be written here ({stream})</translation>
    </message>
    <message>
        <source>这里含有新版程序的记录，请升级后再办理（{stream}）</source>
        <translation>There are records of a newer program here; upgrade before going on ({stream})</translation>
    </message>
    <message>
        <source>文书的文件与登记的校验值不符</source>
        <translation>The file of the document does not match its registered hash</translation>
    </message>
    <message>
        <source>不能按“{order}”排序</source>
        <translation>Cannot sort by “{order}”</translation>
    </message>
</context>
<context>
    <name>environment</name>
    <message>
        <source>机关信息文件不符合要求：{detail}</source>
        <translation>The file with the office&apos;s particulars is not as required: {detail}</translation>
    </message>
    <message>
        <source>程序文件不完整（{folder}），请重新安装</source>
        <translation>The program is incomplete ({folder}); install it again</translation>
    </message>
    <message>
        <source>程序文件缺失：{file}，请重新安装</source>
        <translation>A file of the program is missing: {file}; install it again</translation>
    </message>
    <message>
        <source>设置文件{file}无法读取：{reason}</source>
        <translation>The settings file {file} cannot be read: {reason}</translation>
    </message>
    <message>
        <source>设置文件{file}有误：{keys}</source>
        <translation>Errors in the settings file {file}: {keys}</translation>
    </message>
    <message>
        <source>设置文件{file}的服务器地址里不能写密码</source>
        <translation>The server address in the settings file {file} must not hold a password</translation>
    </message>
    <message>
        <source>文书文件已损坏或不是PDF，无法打开</source>
        <translation>The document file is damaged or not a PDF and cannot be opened</translation>
    </message>
    <message>
        <source>本机没有可用的打印服务（{said}）。请先启动打印服务（CUPS），或改为打印到“文件”。</source>
        <translation>No print service on this PC ({said}). Start the print service (CUPS), or print to “file”.</translation>
    </message>
    <message>
        <source>没有名为“{queue}”的打印机。请在系统管理中选择另一台。</source>
        <translation>There is no printer “{queue}”. Choose another in administration.</translation>
    </message>
    <message>
        <source>打印机“{queue}”拒绝接收任务：{said}。未送出任何纸张。</source>
        <translation>Printer “{queue}” rejects jobs: {said}. No sheet was sent.</translation>
    </message>
    <message>
        <source>打印机“{queue}”已停用：{said}。未送出任何纸张，恢复后请重新打印。</source>
        <translation>Printer “{queue}” is disabled: {said}. No sheet was sent; print again once it is back.</translation>
    </message>
    <message>
        <source>打印机“{queue}”没有接收任务：{said}。</source>
        <translation>Printer “{queue}” did not take the job: {said}.</translation>
    </message>
    <message>
        <source>打印服务{seconds}秒内没有应答（打印机“{queue}”）。任务可能已送出，补打前请先查看打印机。</source>
        <translation>No answer from the print service in {seconds} seconds (printer “{queue}”). The job may have been sent: look at the printer before reprinting.</translation>
    </message>
    <message>
        <source>无法写入打印文件夹{folder}：{reason}。</source>
        <translation>Cannot write to the print folder {folder}: {reason}.</translation>
    </message>
    <message>
        <source>最高编号记录{path}已损坏或丢失。为避免重号，已停止给号，请联系管理员。</source>
        <translation>The high-water mark {path} is damaged or lost. No numbers are given, to prevent duplicates; contact the administrator.</translation>
    </message>
    <message>
        <source>无法写入最高编号记录{path}：{reason}。已停止给号。</source>
        <translation>Cannot write the high-water mark {path}: {reason}. No numbers are given.</translation>
    </message>
    <message>
        <source>最高编号记录{path}正被另一个程序占用，请稍后再试。</source>
        <translation>The high-water mark {path} is in use by another program; try again later.</translation>
    </message>
    <message>
        <source>本机没有可用的系统密钥环，数据库密钥保存在仅本人可读的文件中，安全性较低。</source>
        <translation>This PC has no system keyring; the database key is kept in a file that only you can read, which is less secure.</translation>
    </message>
    <message>
        <source>数据库密钥（{path}）已损坏，无法使用。请用备份的密钥恢复。</source>
        <translation>The database key ({path}) is damaged and cannot be used. Restore it from the key&apos;s backup.</translation>
    </message>
    <message>
        <source>无法读写密钥文件{path}：{reason}。</source>
        <translation>Cannot read or write the key file {path}: {reason}.</translation>
    </message>
    <message>
        <source>系统密钥环无法使用：{reason}。请解锁密钥环后重试。</source>
        <translation>The system keyring cannot be used: {reason}. Unlock it and try again.</translation>
    </message>
    <message>
        <source>系统密钥环{seconds}秒内没有应答。请解锁密钥环后重试。</source>
        <translation>No answer from the system keyring in {seconds} seconds. Unlock it and try again.</translation>
    </message>
    <message>
        <source>本机还没有接入中心服务器。记录都在本机保存，接入后自动上传。</source>
        <translation>This PC is not connected to the central server. All records are kept here and sent once it is connected.</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>第{position}个字符是空字符（{codepoint}），不能保存</source>
        <translation>Character {position} is a null character ({codepoint}) and cannot be saved</translation>
    </message>
    <message>
        <source>第{position}个字符是控制字符（{codepoint}），请删除</source>
        <translation>Character {position} is a control character ({codepoint}); delete it</translation>
    </message>
    <message>
        <source>第{position}个字符残缺（{codepoint}），请重新录入</source>
        <translation>Character {position} is broken ({codepoint}); type it again</translation>
    </message>
    <message>
        <source>第{position}个字符会改变文字方向（{codepoint}），请删除</source>
        <translation>Character {position} changes the direction of the text ({codepoint}); delete it</translation>
    </message>
    <message>
        <source>第{position}个字符不可见（{codepoint}），请删除</source>
        <translation>Character {position} is invisible ({codepoint}); delete it</translation>
    </message>
    <message>
        <source>第{position}个字符是自造字（{codepoint}），请改用标准汉字</source>
        <translation>Character {position} is a private character ({codepoint}); use the standard one</translation>
    </message>
    <message>
        <source>第{position}个字符无效（{codepoint}），请删除</source>
        <translation>Character {position} is invalid ({codepoint}); delete it</translation>
    </message>
    <message>
        <source>第{position}个字符是乱码（{codepoint}），请按原件重新录入</source>
        <translation>Character {position} is garbled ({codepoint}); type it again from the original</translation>
    </message>
    <message>
        <source>共{length}个字，超过上限{limit}个字</source>
        <translation>{length} characters exceed the limit of {limit}</translation>
    </message>
    <message>
        <source>含组合字符，保存时自动合成</source>
        <translation>Holds combining characters; they are composed on saving</translation>
    </message>
    <message>
        <source>号码未填写</source>
        <translation>No number entered</translation>
    </message>
    <message>
        <source>应为{expected}位，实为{actual}位</source>
        <translation>{expected} digits expected, {actual} found</translation>
    </message>
    <message>
        <source>第{position}位“{char}”不是该号码允许的字符</source>
        <translation>Character {position}, “{char}”, is not allowed in this number</translation>
    </message>
    <message>
        <source>校验码不符：按前面各位应为{expected}，实为{actual}</source>
        <translation>Wrong check digit: {expected} expected, {actual} found</translation>
    </message>
    <message>
        <source>是否应为{expected}？</source>
        <translation>Is it {expected}?</translation>
    </message>
    <message>
        <source>区划代码{region}未收录，请核对</source>
        <translation>The division code {region} is not listed; please verify</translation>
    </message>
    <message>
        <source>登记管理部门代码“{char}”不常见，请核对</source>
        <translation>The registration department code “{char}” is unusual; please verify</translation>
    </message>
    <message>
        <source>主体标识码校验位应为{expected}，实为{actual}，请核对</source>
        <translation>The check digit of the organisation code should be {expected}, it is {actual}; please verify</translation>
    </message>
    <message>
        <source>出生日期{date}不存在</source>
        <translation>The date of birth {date} does not exist</translation>
    </message>
    <message>
        <source>出生日期{date}晚于今天</source>
        <translation>The date of birth {date} is in the future</translation>
    </message>
    <message>
        <source>按出生日期{date}已{age}岁，请核对证件</source>
        <translation>By the date of birth {date} the age is {age}; please verify the document</translation>
    </message>
    <message>
        <source>15位身份证号码已停用，请填写18位号码</source>
        <translation>15-digit ID numbers are no longer valid; enter the 18-digit number</translation>
    </message>
    <message>
        <source>号码格式与证件类型不符</source>
        <translation>The number does not fit the type of ID</translation>
    </message>
    <message>
        <source>这是另一种证件（{kind}）的号码</source>
        <translation>This is the number of another type of ID ({kind})</translation>
    </message>
    <message>
        <source>认不出是哪一种号码</source>
        <translation>The kind of number is not recognised</translation>
    </message>
    <message>
        <source>邮件号码应为13位数字，或2位字母+9位数字+2位字母</source>
        <translation>A waybill number has 13 digits, or 2 letters + 9 digits + 2 letters</translation>
    </message>
    <message>
        <source>邮件号码校验位应为{expected}，实为{actual}</source>
        <translation>The check digit of the waybill number should be {expected}, it is {actual}</translation>
    </message>
    <message>
        <source>邮件号码的国家代码是{country}，不是CN，请核对</source>
        <translation>The country code of the waybill number is {country}, not CN; please verify</translation>
    </message>
    <message>
        <source>电话号码格式不对</source>
        <translation>The phone number is malformed</translation>
    </message>
    <message>
        <source>固定电话缺区号</source>
        <translation>The landline number lacks its area code</translation>
    </message>
    <message>
        <source>邮政编码应为6位数字</source>
        <translation>A postcode has 6 digits</translation>
    </message>
    <message>
        <source>名称未填写</source>
        <translation>No name entered</translation>
    </message>
    <message>
        <source>含部首字符“{char}”（{codepoint}），请改用汉字</source>
        <translation>Holds the radical “{char}” ({codepoint}); use the Chinese character</translation>
    </message>
    <message>
        <source>间隔号位置不对，请核对</source>
        <translation>The middle dot is out of place; please verify</translation>
    </message>
    <message>
        <source>括号不成对，请核对</source>
        <translation>Unpaired brackets; please verify</translation>
    </message>
    <message>
        <source>汉字之间有空格，请核对</source>
        <translation>Space between Chinese characters; please verify</translation>
    </message>
    <message>
        <source>组合字符已合成</source>
        <translation>Combining characters were composed</translation>
    </message>
    <message>
        <source>间隔号已统一为“·”</source>
        <translation>Middle dots were unified to “·”</translation>
    </message>
    <message>
        <source>旧系统造字已换成标准汉字</source>
        <translation>Private characters of the old system were replaced by standard ones</translation>
    </message>
    <message>
        <source>全角字母数字已改为半角</source>
        <translation>Full-width letters and digits were made half-width</translation>
    </message>
    <message>
        <source>括号已统一为全角</source>
        <translation>Brackets were made full-width</translation>
    </message>
    <message>
        <source>首尾及间隔号旁的空格已删除</source>
        <translation>Spaces at the ends and beside middle dots were removed</translation>
    </message>
    <message>
        <source>编号的年份、序列、序号或编号规则不符合要求</source>
        <translation>Year, series, sequence or template of the number is not as required</translation>
    </message>
    <message>
        <source>{year}年序列{series}的编号已用完（最大{last}）</source>
        <translation>The numbers of series {series} of {year} are used up (highest {last})</translation>
    </message>
    <message>
        <source>编号模板“{template}”不对：应含一个{n}或{n:06d}，至多一个{year}</source>
        <translation>The number template “{template}” is wrong: it needs one {n} or {n:06d} and at most one {year}</translation>
    </message>
    <message>
        <source>文件第{line}行的编码与整个文件不同，请核对文字后重新导入</source>
        <translation>Line {line} has another encoding than the file; verify its text and import again</translation>
    </message>
    <message>
        <source>内容像公式，不能导入</source>
        <translation>The content looks like a formula and cannot be imported</translation>
    </message>
    <message>
        <source>超过15位的数字在表格中已失真，请按文本重新录入</source>
        <translation>A number of more than 15 digits was distorted by the spreadsheet; enter it as text</translation>
    </message>
    <message>
        <source>引号不成对或夹有回车符，无法分列</source>
        <translation>Unpaired quotes or a carriage return; the columns cannot be separated</translation>
    </message>
    <message>
        <source>这一行只有{actual}列，应有{expected}列</source>
        <translation>This row has only {actual} columns, {expected} expected</translation>
    </message>
    <message>
        <source>这一行有{actual}列，表头只有{expected}列</source>
        <translation>This row has {actual} columns, the heading only {expected}</translation>
    </message>
    <message>
        <source>找不到文件“{file}”</source>
        <translation>File “{file}” not found</translation>
    </message>
    <message>
        <source>无法读取“{file}”，请检查权限或是否被占用</source>
        <translation>Cannot read “{file}”; check permissions and whether it is in use</translation>
    </message>
    <message>
        <source>无法写入“{file}”，请检查磁盘空间、权限或是否已打开</source>
        <translation>Cannot write “{file}”; check disk space, permissions and whether it is open</translation>
    </message>
    <message>
        <source>行数超过一张工作表的上限{limit}行</source>
        <translation>More rows than one sheet can hold ({limit})</translation>
    </message>
    <message>
        <source>“{file}”太大，请拆分后再导入</source>
        <translation>“{file}” is too large; split it before importing</translation>
    </message>
    <message>
        <source>“{file}”中没有表格</source>
        <translation>“{file}” holds no table</translation>
    </message>
    <message>
        <source>“{file}”的编码不是UTF-8或GB 18030，请另存后再试</source>
        <translation>“{file}” is neither UTF-8 nor GB 18030; save it again and retry</translation>
    </message>
    <message>
        <source>“{file}”的表头“{column}”无法识别</source>
        <translation>Heading “{column}” of “{file}” is not recognised</translation>
    </message>
    <message>
        <source>“{file}”的表头“{column}”重复</source>
        <translation>Heading “{column}” of “{file}” occurs twice</translation>
    </message>
    <message>
        <source>“{file}”是旧版或加密的表格，请另存为XLSX</source>
        <translation>“{file}” is an old or encrypted workbook; save it as XLSX</translation>
    </message>
    <message>
        <source>“{file}”已损坏，无法打开</source>
        <translation>“{file}” is damaged and cannot be opened</translation>
    </message>
    <message>
        <source>“{file}”有密码，请去掉密码后再导入</source>
        <translation>“{file}” has a password; remove it before importing</translation>
    </message>
    <message>
        <source>“{file}”不是XLSX工作簿</source>
        <translation>“{file}” is not an XLSX workbook</translation>
    </message>
    <message>
        <source>“{file}”解压后异常庞大，已拒绝打开</source>
        <translation>“{file}” is abnormally large when unpacked and was not opened</translation>
    </message>
    <message>
        <source>同一天既放假又上班</source>
        <translation>The same day is both a holiday and a worked day</translation>
    </message>
    <message>
        <source>日期不在该年通知范围内</source>
        <translation>A date is outside the year of the notice</translation>
    </message>
    <message>
        <source>调休上班日应为周六或周日</source>
        <translation>A worked weekend must be a Saturday or Sunday</translation>
    </message>
    <message>
        <source>年份不合理</source>
        <translation>The year is not plausible</translation>
    </message>
    <message>
        <source>缺少通知文号</source>
        <translation>The notice number is missing</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>认不出这是哪种台账（表头：{headers}）；应为办件台账、监督检查台账或许可企业名录</source>
        <translation>The kind of ledger is not recognised (headings: {headers}); expected: cases, inspections or licensees</translation>
    </message>
    <message>
        <source>表中没有“{column}”这一列</source>
        <translation>The table has no column “{column}”</translation>
    </message>
    <message>
        <source>“{column}”没有填写</source>
        <translation>“{column}” is empty</translation>
    </message>
    <message>
        <source>“{column}”不认识这个写法，可用：{words}</source>
        <translation>“{column}”: value not recognised; possible: {words}</translation>
    </message>
    <message>
        <source>没有名为“{item}”的事项</source>
        <translation>There is no item “{item}”</translation>
    </message>
    <message>
        <source>事项“{item}”在{date}尚未施行或已经取消</source>
        <translation>Item “{item}” was not in force on {date}</translation>
    </message>
    <message>
        <source>没有名为“{kind_name}”的办理类型</source>
        <translation>There is no kind “{kind_name}”</translation>
    </message>
    <message>
        <source>“{column}”不是日期，应写成2020-01-31</source>
        <translation>“{column}” is not a date; write it as 2020-01-31</translation>
    </message>
    <message>
        <source>“{column}”这一天不存在</source>
        <translation>“{column}”: there is no such day</translation>
    </message>
    <message>
        <source>“{column}”{date}早于“{other}”{other_date}</source>
        <translation>“{column}” {date} is before “{other}” {other_date}</translation>
    </message>
    <message>
        <source>“{column}”应为不小于0的整数</source>
        <translation>“{column}” must be a whole number, 0 or more</translation>
    </message>
    <message>
        <source>没有准予许可，“{column}”不应填写</source>
        <translation>Not granted: “{column}” must be empty</translation>
    </message>
    <message>
        <source>没有作出决定，“{column}”不应填写</source>
        <translation>No decision: “{column}” must be empty</translation>
    </message>
    <message>
        <source>与第{other}行是同一办件（收件日期、事项、类型、证件号码相同），内容却不同</source>
        <translation>Same case as row {other} (date of receipt, item, kind, ID number) with different content</translation>
    </message>
    <message>
        <source>这一行以前已导入，内容现在不同；请在程序中更正，不要重复导入</source>
        <translation>This row was imported before and differs now; correct it in the program, do not import it again</translation>
    </message>
    <message>
        <source>证书编号“{number}”与第{other}行重复</source>
        <translation>Certificate number “{number}” is also in row {other}</translation>
    </message>
    <message>
        <source>证书编号“{number}”已属于另一办件</source>
        <translation>Certificate number “{number}” belongs to another case</translation>
    </message>
    <message>
        <source>补正告知晚于法定的期限</source>
        <translation>One-time notice later than the statutory limit</translation>
    </message>
    <message>
        <source>受理晚于法定的期限</source>
        <translation>Acceptance later than the statutory limit</translation>
    </message>
    <message>
        <source>办结晚于法定的期限</source>
        <translation>Conclusion later than the statutory limit</translation>
    </message>
    <message>
        <source>送达晚于法定的期限</source>
        <translation>Delivery later than the statutory limit</translation>
    </message>
    <message>
        <source>证件类型与申请人类型不相称</source>
        <translation>The type of ID does not suit the type of applicant</translation>
    </message>
    <message>
        <source>联系电话不是中国大陆的号码</source>
        <translation>The phone is not a number of mainland China</translation>
    </message>
    <message>
        <source>收件之日该事项不由本机关办理</source>
        <translation>On the day of receipt this office did not handle the item</translation>
    </message>
    <message>
        <source>准予许可而没有证书编号</source>
        <translation>Granted without a certificate number</translation>
    </message>
    <message>
        <source>证书编号不符合登记的格式</source>
        <translation>The certificate number does not fit the registered format</translation>
    </message>
    <message>
        <source>准予许可而没有有效期</source>
        <translation>Granted without a period of validity</translation>
    </message>
    <message>
        <source>审查意见没有有效期，台账却填写了</source>
        <translation>An opinion has no period of validity, yet the ledger gives one</translation>
    </message>
    <message>
        <source>有效期的长短与规定不符</source>
        <translation>The length of validity is not as prescribed</translation>
    </message>
    <message>
        <source>有效期起早于决定日期</source>
        <translation>Validity begins before the decision</translation>
    </message>
    <message>
        <source>延续的有效期没有从原有效期届满的次日起算</source>
        <translation>The renewed validity does not begin the day after the old one ends</translation>
    </message>
    <message>
        <source>变更不应改变有效期</source>
        <translation>A change must not alter the validity</translation>
    </message>
    <message>
        <source>历史数据存疑</source>
        <translation>Doubtful record</translation>
    </message>
    <message>
        <source>受理前终结（不予受理、不受理、受理前撤回）</source>
        <translation>Ended before acceptance (refused, not accepted, withdrawn before)</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>行政许可事项</source>
        <translation>Licence items</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>分事项</source>
        <translation>By item</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>年初在办</source>
        <translation>Pending at start of year</translation>
    </message>
    <message>
        <source>年末在办</source>
        <translation>Pending at end of year</translation>
    </message>
    <message>
        <source>寄送</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>监督检查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>年初在办{before}＋受理{accepted}－办结{closed}＝年末在办{after}</source>
        <translation>Pending at start {before} + accepted {accepted} − concluded {closed} = pending at end {after}</translation>
    </message>
    <message>
        <source>监督检查（{trade}）</source>
        <translation>Inspections ({trade})</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>办理类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>申请渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>收件日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>受理日期</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>Concluded on</translation>
    </message>
    <message>
        <source>法定届满</source>
        <translation>Statutory due date</translation>
    </message>
    <message>
        <source>承诺届满</source>
        <translation>Promised due date</translation>
    </message>
    <message>
        <source>证书编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>交寄日期</source>
        <translation>Posted on</translation>
    </message>
    <message>
        <source>送达日期</source>
        <translation>Delivered on</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>准予</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>检查日期</source>
        <translation>Inspected on</translation>
    </message>
    <message>
        <source>行业类别</source>
        <translation>Industry</translation>
    </message>
    <message>
        <source>被检查单位</source>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>检查人员</source>
        <translation>Inspectors</translation>
    </message>
    <message>
        <source>隐患</source>
        <translation>Hazards</translation>
    </message>
    <message>
        <source>执法文书</source>
        <translation>Enforcement documents</translation>
    </message>
    <message>
        <source>罚款（元）</source>
        <translation>Fine (yuan)</translation>
    </message>
    <message>
        <source>责令停产整顿</source>
        <translation>Ordered to stop production</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>{amount}万元</source>
        <translation>{amount} × 10,000 yuan</translation>
    </message>
    <message>
        <source>{amount}元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>{percent}%以上</source>
        <translation>at least {percent}%</translation>
    </message>
    <message>
        <source>网上办理事项100%实现三级办理。</source>
        <translation>100% of the online items are at online depth three.</translation>
    </message>
    <message>
        <source>名录中的非煤矿山企业{known}家，本年检查{visited}家。</source>
        <translation>Of {known} non-coal mines in the register, {visited} were inspected this year.</translation>
    </message>
    <message>
        <source>名录中涉及“两重点一重大”的企业{known}家，本年检查{visited}家。</source>
        <translation>Of {known} licensees in the register with key hazards, {visited} were inspected this year.</translation>
    </message>
    <message>
        <source>本年没有办件</source>
        <translation>No cases in this year</translation>
    </message>
    <message>
        <source>没有{year}年的报告</source>
        <translation>There is no report for {year}</translation>
    </message>
    <message>
        <source>无法写入“{file}”，请检查磁盘空间、权限或是否已打开</source>
        <translation>Cannot write “{file}”; check disk space, permissions and whether it is open</translation>
    </message>
    <message>
        <source>年度报告模板“{file}”不可用：{detail}</source>
        <translation>The report template “{file}” cannot be used: {detail}</translation>
    </message>
    <message>
        <source>在办数量对不上：年初{before}＋受理{accepted}－办结{closed}≠年末{after}，请核对办结早于受理的办件</source>
        <translation>Pending cases do not balance: at start {before} + accepted {accepted} − concluded {closed} ≠ at end {after}; check cases concluded before acceptance</translation>
    </message>
</context>
<context>
    <name>quoted</name>
    <message>
        <source>接收凭证的说明</source>
        <translation>Receipt: explanation</translation>
    </message>
    <message>
        <source>补正告知的依据</source>
        <translation>Supplement notice: basis</translation>
    </message>
    <message>
        <source>补正告知的结语</source>
        <translation>Supplement notice: closing</translation>
    </message>
    <message>
        <source>补正期限</source>
        <translation>Period for the supplement</translation>
    </message>
    <message>
        <source>受理的依据</source>
        <translation>Acceptance: basis</translation>
    </message>
    <message>
        <source>补正后受理</source>
        <translation>Acceptance after supplement</translation>
    </message>
    <message>
        <source>逾期视为受理</source>
        <translation>Deemed acceptance</translation>
    </message>
    <message>
        <source>不予受理的依据</source>
        <translation>Refusal of acceptance: basis</translation>
    </message>
    <message>
        <source>不受理的依据</source>
        <translation>No licence needed: basis</translation>
    </message>
    <message>
        <source>特别程序的依据</source>
        <translation>Special procedure: basis</translation>
    </message>
    <message>
        <source>特别程序的结语</source>
        <translation>Special procedure: closing</translation>
    </message>
    <message>
        <source>准予许可的依据</source>
        <translation>Grant: basis</translation>
    </message>
    <message>
        <source>准予许可的结语</source>
        <translation>Grant: closing</translation>
    </message>
    <message>
        <source>不予许可的依据</source>
        <translation>Refusal: basis</translation>
    </message>
    <message>
        <source>送达回证的说明</source>
        <translation>Return receipt: explanation</translation>
    </message>
    <message>
        <source>送达的依据</source>
        <translation>Delivery: basis</translation>
    </message>
    <message>
        <source>只由邮政寄递</source>
        <translation>China Post only</translation>
    </message>
    <message>
        <source>送达地址确认</source>
        <translation>Confirmation of the address</translation>
    </message>
    <message>
        <source>送达日期</source>
        <translation>Delivered on</translation>
    </message>
    <message>
        <source>复议与诉讼</source>
        <translation>Reconsideration and suit</translation>
    </message>
    <message>
        <source>当场更正的依据</source>
        <translation>Correction on the spot: basis</translation>
    </message>
    <message>
        <source>禁止再次申请</source>
        <translation>Ban on re-applying</translation>
    </message>
    <message>
        <source>现场核查的依据</source>
        <translation>On-site inspection: basis</translation>
    </message>
    <message>
        <source>核查时间不计入</source>
        <translation>Inspection time not counted</translation>
    </message>
    <message>
        <source>延长期限的依据</source>
        <translation>Extension of term: basis</translation>
    </message>
    <message>
        <source>办理期限的依据</source>
        <translation>Handling limits: basis</translation>
    </message>
    <message>
        <source>公示的依据</source>
        <translation>Publication: basis</translation>
    </message>
    <message>
        <source>公示期限</source>
        <translation>Period of publication</translation>
    </message>
    <message>
        <source>延续的依据</source>
        <translation>Renewal: basis</translation>
    </message>
    <message>
        <source>期限按工作日计</source>
        <translation>Limits in working days</translation>
    </message>
    <message>
        <source>听证权利</source>
        <translation>Right to a hearing</translation>
    </message>
    <message>
        <source>陈述申辩权利</source>
        <translation>Right to be heard</translation>
    </message>
    <message>
        <source>个人信息告知</source>
        <translation>Personal data notice</translation>
    </message>
    <message>
        <source>材料真实性</source>
        <translation>Truth of the materials</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>注销的依据</source>
        <translation>Cancellation: basis</translation>
    </message>
    <message>
        <source>逾期的说明</source>
        <translation>Explanation of lateness</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>当前状态为“{state}”，不能办理“{kind}”</source>
        <translation>In the state “{state}” the step “{kind}” is not possible</translation>
    </message>
    <message>
        <source>这一步由“{role}”岗位办理，您没有该岗位权限</source>
        <translation>This step is taken by the role “{role}”, which you do not have</translation>
    </message>
    <message>
        <source>人员“{user}”已停用</source>
        <translation>“{user}” is inactive</translation>
    </message>
    <message>
        <source>没有用户“{user}”</source>
        <translation>There is no user “{user}”</translation>
    </message>
    <message>
        <source>这项操作需要指明经办人</source>
        <translation>This operation needs a named officer</translation>
    </message>
    <message>
        <source>用户名或密码不正确</source>
        <translation>Wrong user name or password</translation>
    </message>
    <message>
        <source>密码至少{length}个字符</source>
        <translation>A password has at least {length} characters</translation>
    </message>
    <message>
        <source>用户“{user}”还没有在本机可用的密码，请由管理员设置或先与服务器交换</source>
        <translation>User “{user}” has no password on this PC yet; have the administrator set one, or exchange with the server first</translation>
    </message>
    <message>
        <source>系统管理、安全管理、安全审计须由三人分别担任</source>
        <translation>System administration, security and audit need three different persons</translation>
    </message>
    <message>
        <source>用户名“{user}”已有人使用</source>
        <translation>The user name “{user}” is taken</translation>
    </message>
    <message>
        <source>没有找到办件“{case}”</source>
        <translation>Case “{case}” not found</translation>
    </message>
    <message>
        <source>办件{case_no}已有新的办理记录，请查看后再办</source>
        <translation>Case {case_no} has a new act; look at it first</translation>
    </message>
    <message>
        <source>办件{case_no}含有新版程序的记录“{kind}”，请升级后再办理</source>
        <translation>Case {case_no} holds an act “{kind}” of a newer program; upgrade before going on</translation>
    </message>
    <message>
        <source>日期{date}在今天之后</source>
        <translation>The date {date} is after today</translation>
    </message>
    <message>
        <source>日期{date}早于上一步的日期{last}</source>
        <translation>The date {date} is before that of the last step, {last}</translation>
    </message>
    <message>
        <source>日期应为今天{today}，不能写为{date}</source>
        <translation>The date must be today, {today}, not {date}</translation>
    </message>
    <message>
        <source>受理日期应在收件(补正齐全)之日{begin}至今天之间，不能是{date}</source>
        <translation>The date of acceptance must lie between receipt (or complete supplement) {begin} and today; it cannot be {date}</translation>
    </message>
    <message>
        <source>一次性告知书已经发出，材料清单不能再改</source>
        <translation>The one-time notice is out; the checklist can no longer be changed</translation>
    </message>
    <message>
        <source>已于{on}一次性告知，不能再次要求补正</source>
        <translation>Notified once on {on}; no second supplement can be asked for</translation>
    </message>
    <message>
        <source>“{name}”还没有审查结论</source>
        <translation>“{name}” has no verdict yet</translation>
    </message>
    <message>
        <source>“{name}”不符合要求，不能受理</source>
        <translation>“{name}” does not conform; the case cannot be accepted</translation>
    </message>
    <message>
        <source>“{name}”此前已符合，不能改为不符合</source>
        <translation>“{name}” conformed before and cannot be set to not conforming</translation>
    </message>
    <message>
        <source>该事项没有材料“{name}”</source>
        <translation>The item has no material “{name}”</translation>
    </message>
    <message>
        <source>所有材料都符合要求，不需要补正告知</source>
        <translation>All materials conform; no supplement notice is needed</translation>
    </message>
    <message>
        <source>“{name}”仍未补正</source>
        <translation>“{name}” is still not supplemented</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>State the reasons</translation>
    </message>
    <message>
        <source>特别程序应在受理日{accepted}之后开始</source>
        <translation>A special procedure starts after the acceptance on {accepted}</translation>
    </message>
    <message>
        <source>特别程序不能早于告知之日开始</source>
        <translation>A special procedure cannot start before its notice</translation>
    </message>
    <message>
        <source>该特别程序已经登记</source>
        <translation>This special procedure is recorded already</translation>
    </message>
    <message>
        <source>“{procedure}”尚未结束，不能重复启动</source>
        <translation>“{procedure}” is still running and cannot be started again</translation>
    </message>
    <message>
        <source>没有正在进行的这项特别程序</source>
        <translation>No such special procedure is running</translation>
    </message>
    <message>
        <source>“{procedure}”尚未结束，请先结束特别程序</source>
        <translation>“{procedure}” is still running; end the special procedure first</translation>
    </message>
    <message>
        <source>请填写特别程序所需工作日</source>
        <translation>Enter the working days needed by the special procedure</translation>
    </message>
    <message>
        <source>请填写依据</source>
        <translation>Enter the basis</translation>
    </message>
    <message>
        <source>结束日期{date}早于开始日期{first}</source>
        <translation>The last day {date} is before the first day {first}</translation>
    </message>
    <message>
        <source>办理期限已经延长过一次</source>
        <translation>The term was extended once already</translation>
    </message>
    <message>
        <source>已过法定期限{due}，不能再延长</source>
        <translation>The statutory limit {due} has passed; no extension is possible</translation>
    </message>
    <message>
        <source>请写明意见，不能只签名</source>
        <translation>Write an opinion, not only a name</translation>
    </message>
    <message>
        <source>您已签署“{step}”，承办、审核、批准须由不同的人签署</source>
        <translation>You signed “{step}”; handle, check and approve need different persons</translation>
    </message>
    <message>
        <source>尚未批准，不能作出决定</source>
        <translation>Not approved yet; no decision is possible</translation>
    </message>
    <message>
        <source>决定由签署批准意见的人作出</source>
        <translation>The decision is made by the person who signed the approval</translation>
    </message>
    <message>
        <source>已过承诺日期{promised}，请写明超期原因，原因将公开说明</source>
        <translation>The promised date {promised} has passed; give the reason, which will be published</translation>
    </message>
    <message>
        <source>有效期止早于有效期起</source>
        <translation>The validity ends before it begins</translation>
    </message>
    <message>
        <source>不予许可必须写明理由</source>
        <translation>A refusal must state its reasons</translation>
    </message>
    <message>
        <source>送达日期早于决定日期{decided}</source>
        <translation>Delivered before the decision of {decided}</translation>
    </message>
    <message>
        <source>签收日期早于交寄日期{posted}</source>
        <translation>Signed for before the posting of {posted}</translation>
    </message>
    <message>
        <source>还没有交寄记录，不能登记邮寄签收</source>
        <translation>Nothing was posted; delivery by post cannot be recorded</translation>
    </message>
    <message>
        <source>请填写签收人</source>
        <translation>Enter who signed for it</translation>
    </message>
    <message>
        <source>只能撤销该办件最近一步操作</source>
        <translation>Only the last step of this case can be retracted</translation>
    </message>
    <message>
        <source>已超过十分钟或文书已交出，须由另一人撤销</source>
        <translation>Ten minutes have passed or the paper was handed out; another person must retract</translation>
    </message>
    <message>
        <source>文书已经送达，不能撤销，请办理更正或撤销许可</source>
        <translation>The document was delivered and cannot be retracted; correct it or revoke the licence</translation>
    </message>
    <message>
        <source>邮件号码“{value}”不正确</source>
        <translation>The waybill number “{value}” is wrong</translation>
    </message>
    <message>
        <source>该邮件号码已经用过</source>
        <translation>This waybill number was used before</translation>
    </message>
    <message>
        <source>没有这个邮件号码的交寄记录</source>
        <translation>There is no posting with this waybill number</translation>
    </message>
    <message>
        <source>没有这份文书</source>
        <translation>There is no such document</translation>
    </message>
    <message>
        <source>这份文书已经作废</source>
        <translation>This document is void</translation>
    </message>
    <message>
        <source>评价为一至五级</source>
        <translation>A rating is one to five</translation>
    </message>
    <message>
        <source>没有有效的事项“{item}”</source>
        <translation>There is no item “{item}” in force</translation>
    </message>
    <message>
        <source>“{item}”没有“{kind}”，请改为重新申请</source>
        <translation>“{item}” has no “{kind}”; change to re-application</translation>
    </message>
    <message>
        <source>“{item}”由{authority}办理，本机关应当即时作出不予受理决定</source>
        <translation>“{item}” is handled by {authority}; refuse acceptance at once</translation>
    </message>
    <message>
        <source>此项必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>不认识的字段“{name}”</source>
        <translation>Unknown field “{name}”</translation>
    </message>
    <message>
        <source>“{value}”不是可选项</source>
        <translation>“{value}” is not one of the choices</translation>
    </message>
    <message>
        <source>尚未登记本机关信息</source>
        <translation>The particulars of the office are not entered yet</translation>
    </message>
    <message>
        <source>“{document}”还没有登记编号系列</source>
        <translation>No number series is registered for “{document}”</translation>
    </message>
    <message>
        <source>“{series}”的号段已用完，请连接服务器领取</source>
        <translation>The lease of “{series}” is used up; connect to the server for another</translation>
    </message>
    <message>
        <source>本机时间早于最近一次记录，暂停给号；请核对时间后由管理员确认</source>
        <translation>The clock of this PC is before the last record; no numbers are given until an administrator confirms the time</translation>
    </message>
    <message>
        <source>编号“{value}”不符合格式“{template}”</source>
        <translation>Number “{value}” does not fit the format “{template}”</translation>
    </message>
    <message>
        <source>编号“{number}”已经使用</source>
        <translation>Number “{number}” is in use</translation>
    </message>
    <message>
        <source>办件{case_no}未准予许可</source>
        <translation>Case {case_no} was not granted</translation>
    </message>
    <message>
        <source>办件{case_no}还没有作出决定</source>
        <translation>Case {case_no} is not decided yet</translation>
    </message>
    <message>
        <source>办件{case_no}还没有受理</source>
        <translation>Case {case_no} is not accepted yet</translation>
    </message>
    <message>
        <source>该事项以决定书或意见书为结果，不另发许可证</source>
        <translation>This item ends in a decision or an opinion; no certificate is issued</translation>
    </message>
    <message>
        <source>{certificate}由国家统一打证程序印制，请登记其编号</source>
        <translation>{certificate} is printed by the national program; record its number</translation>
    </message>
    <message>
        <source>该证件由本程序制作，或编号已登记</source>
        <translation>This certificate is made by this program, or its number is recorded</translation>
    </message>
    <message>
        <source>“{document}”已经制作，请使用补打</source>
        <translation>“{document}” was made already; use reprint</translation>
    </message>
    <message>
        <source>“{document}”还没有制作</source>
        <translation>“{document}” was not made yet</translation>
    </message>
    <message>
        <source>“{document}”的文件不在本机</source>
        <translation>The file of “{document}” is not on this PC</translation>
    </message>
    <message>
        <source>申请人没有选择邮寄送达</source>
        <translation>The applicant did not choose delivery by post</translation>
    </message>
    <message>
        <source>文书尚未用印，不能寄出</source>
        <translation>The document is not sealed and cannot be posted</translation>
    </message>
    <message>
        <source>没有可交接的邮件</source>
        <translation>There are no letters to hand over</translation>
    </message>
    <message>
        <source>没有名为“{kind}”的办理记录</source>
        <translation>There is no act “{kind}”</translation>
    </message>
    <message>
        <source>“{kind}”不能用这个命令办理</source>
        <translation>“{kind}” cannot be done with this command</translation>
    </message>
    <message>
        <source>内容不符合要求：{detail}</source>
        <translation>The content is not as required: {detail}</translation>
    </message>
    <message>
        <source>内容过大：{size}字节，上限{limit}字节</source>
        <translation>The content is too large: {size} bytes, the limit is {limit}</translation>
    </message>
    <message>
        <source>一次操作的记录过多：{size}条，上限{limit}条</source>
        <translation>Too many records in one operation: {size}, the limit is {limit}</translation>
    </message>
    <message>
        <source>该记录已经存在</source>
        <translation>This record exists already</translation>
    </message>
    <message>
        <source>缺少{on}有效的法律用语“{text}”，不能打印</source>
        <translation>No legal text “{text}” in force on {on}; cannot print</translation>
    </message>
    <message>
        <source>这一步没有文书可预览</source>
        <translation>This step has no document to preview</translation>
    </message>
    <message>
        <source>没有名为“{document}”的文书</source>
        <translation>There is no document “{document}”</translation>
    </message>
    <message>
        <source>“{chars}”（{codepoints}）没有可打印的字形，请核对用字；未打印</source>
        <translation>“{chars}” ({codepoints}) cannot be printed with the fonts; verify the characters. Not printed</translation>
    </message>
    <message>
        <source>缺少“{label}”，不能打印</source>
        <translation>“{label}” is missing; cannot print</translation>
    </message>
    <message>
        <source>文书没有“{label}”这一项</source>
        <translation>The document has no entry “{label}”</translation>
    </message>
    <message>
        <source>“{label}”的内容格式不对，不能打印</source>
        <translation>The content of “{label}” is malformed; cannot print</translation>
    </message>
    <message>
        <source>“{label}”过长，排不进纸面，请精简或另附页</source>
        <translation>“{label}” is too long for the page; shorten it or attach a sheet</translation>
    </message>
    <message>
        <source>只有培训数据可以指定时间</source>
        <translation>Only training data can be given a time</translation>
    </message>
    <message>
        <source>{year}年日历版本{version}已存在</source>
        <translation>Version {version} of the calendar of {year} exists already</translation>
    </message>
</context>
<context>
    <name>server</name>
    <message>
        <source>没有服务器凭据文件{file}：本机还没有接入共享服务器，记录都在本机保存</source>
        <translation>No server credentials {file}: this PC is not connected to the central server; all records are kept here</translation>
    </message>
    <message>
        <source>服务器凭据文件{file}无法读取，请由管理员重新签发</source>
        <translation>The server credentials {file} cannot be read; have the administrator issue them again</translation>
    </message>
    <message>
        <source>服务器凭据文件{file}无法写入：{reason}</source>
        <translation>The server credentials {file} cannot be written: {reason}</translation>
    </message>
    <message>
        <source>现在连不上服务器。记录都在本机保存，稍后会自动再试（{said}）</source>
        <translation>The server cannot be reached. All records are kept here; it is tried again later ({said})</translation>
    </message>
    <message>
        <source>服务器正忙，稍后会自动再试（{said}）</source>
        <translation>The server is busy; it is tried again later ({said})</translation>
    </message>
    <message>
        <source>无法确认服务器的身份，没有发送任何内容；请管理员核对服务器证书（{said}）</source>
        <translation>The server&apos;s identity could not be confirmed; nothing was sent. Have the administrator check its certificate ({said})</translation>
    </message>
    <message>
        <source>服务器不接受本机的登录，可能已停用；请管理员核对（{said}）</source>
        <translation>The server rejects this PC&apos;s sign-in, perhaps disabled; have the administrator check ({said})</translation>
    </message>
    <message>
        <source>服务器不接受本次交换（{said}）。记录都在本机保存，请联系管理员</source>
        <translation>The server rejects this exchange ({said}). All records are kept here; contact the administrator</translation>
    </message>
    <message>
        <source>服务器上的登录属于另一工作站（{workstation}）；请核对凭据文件</source>
        <translation>The sign-in belongs to another workstation ({workstation}); check the credential file</translation>
    </message>
    <message>
        <source>有另一台电脑在用本工作站的身份。本机已停止给号，记录都在本机保存，请立即联系管理员</source>
        <translation>Another PC uses the identity of this workstation. No numbers are given here; all records are kept. Contact the administrator at once</translation>
    </message>
    <message>
        <source>收到的记录与本机{workstation}的第{seq}条不同：两台电脑用了同一身份，请立即联系管理员</source>
        <translation>A fetched record differs from record {seq} of {workstation} here: two PCs use one identity. Contact the administrator at once</translation>
    </message>
    <message>
        <source>服务器的程序太旧，请管理员先升级服务器（clerk-app central init）</source>
        <translation>The server&apos;s program is too old; have the administrator upgrade it (clerk-app central init)</translation>
    </message>
    <message>
        <source>本机的程序太旧，请升级后再交换；记录都在本机保存</source>
        <translation>This program is too old; upgrade before exchanging. All records are kept here</translation>
    </message>
    <message>
        <source>服务器还没有准备好，请先运行 clerk-app central init</source>
        <translation>The server is not prepared; run clerk-app central init first</translation>
    </message>
    <message>
        <source>PostgreSQL {version} 太旧，需要{needed}以上</source>
        <translation>PostgreSQL {version} is too old; {needed} or later is needed</translation>
    </message>
    <message>
        <source>服务器数据库的字符编码是{encoding}，需要 UTF8</source>
        <translation>The server&apos;s database is encoded in {encoding}; UTF8 is needed</translation>
    </message>
    <message>
        <source>交换正在进行</source>
        <translation>An exchange is running</translation>
    </message>
    <message>
        <source>服务器答复了本机没有的操作（{group}），已停止交换</source>
        <translation>The server answered for an operation this PC does not have ({group}); the exchange was stopped</translation>
    </message>
    <message>
        <source>收到的记录已损坏（{workstation} 第{seq}条），已停止收取</source>
        <translation>A fetched record is damaged ({workstation} {seq}); fetching was stopped</translation>
    </message>
    <message>
        <source>培训数据与正式数据不能混用：本机与服务器不是同一种</source>
        <translation>Training and real data cannot be mixed: this PC and the server are of different kinds</translation>
    </message>
    <message>
        <source>服务器地址应为 postgresql://用户@主机[:端口]/数据库</source>
        <translation>The server address should be postgresql://user@host[:port]/database</translation>
    </message>
    <message>
        <source>服务器地址里不能写密码</source>
        <translation>The server address must not hold a password</translation>
    </message>
    <message>
        <source>服务器上没有机关“{office}”</source>
        <translation>The server has no office “{office}”</translation>
    </message>
    <message>
        <source>工作站代码“{workstation}”不能使用</source>
        <translation>The workstation code “{workstation}” cannot be used</translation>
    </message>
    <message>
        <source>工作站“{workstation}”已经存在</source>
        <translation>Workstation “{workstation}” exists already</translation>
    </message>
    <message>
        <source>没有工作站“{workstation}”</source>
        <translation>There is no workstation “{workstation}”</translation>
    </message>
    <message>
        <source>系列“{series}”已有工作站使用</source>
        <translation>Series “{series}” is used by another workstation</translation>
    </message>
    <message>
        <source>服务器上没有编号系列“{series}”</source>
        <translation>The server has no number series “{series}”</translation>
    </message>
    <message>
        <source>编号系列“{series}”还没有移交服务器</source>
        <translation>Number series “{series}” has not been handed over to the server</translation>
    </message>
    <message>
        <source>内容与其校验值不符，服务器已留存但未采用</source>
        <translation>The content does not match its hash; the server kept it but did not take it</translation>
    </message>
    <message>
        <source>操作的信封与其校验值不符，服务器已留存但未采用</source>
        <translation>The envelope of the operation does not match its hash; the server kept it but did not take it</translation>
    </message>
    <message>
        <source>文字含有不能保存的字符，服务器已留存但未采用</source>
        <translation>The text holds characters that cannot be saved; the server kept it but did not take it</translation>
    </message>
    <message>
        <source>服务器恢复过备份，此项正等待重新排位</source>
        <translation>The server was restored from a backup; this is waiting to be put in order again</translation>
    </message>
    <message>
        <source>没有安装{package}，不能在本机启动服务器</source>
        <translation>{package} is not installed; no server can be started on this PC</translation>
    </message>
    <message>
        <source>本机的服务器没有启动：{said}</source>
        <translation>The server of this PC did not start: {said}</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>未收件</source>
        <translation>not received</translation>
    </message>
    <message>
        <source>已收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting supplement</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>承办毕</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>审核毕</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>准予</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Acceptance refused</translation>
    </message>
    <message>
        <source>不受理</source>
        <translation>No licence needed</translation>
    </message>
    <message>
        <source>已撤回申请</source>
        <translation>Application withdrawn</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>待制证</source>
        <translation>To make</translation>
    </message>
    <message>
        <source>待用印</source>
        <translation>To seal</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To collect</translation>
    </message>
    <message>
        <source>待寄出</source>
        <translation>To post</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>制证发证</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>系统管理</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>安全管理</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>安全审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>首次</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>延期(延续)</source>
        <translation>Renewal</translation>
    </message>
    <message>
        <source>重新申请</source>
        <translation>Re-application</translation>
    </message>
    <message>
        <source>遗失补证</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>法人及非法人组织</source>
        <translation>Legal person or organisation</translation>
    </message>
    <message>
        <source>个体工商户</source>
        <translation>Sole trader</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Natural person</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident identity card</translation>
    </message>
    <message>
        <source>其他证件</source>
        <translation>Other ID</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>原件或复印件</source>
        <translation>Original or copy</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Conforms</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不符合形式</source>
        <translation>Wrong form</translation>
    </message>
    <message>
        <source>窗口领取</source>
        <translation>Collection at the window</translation>
    </message>
    <message>
        <source>准予许可</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予许可</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>一次性告知</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>补正期限</source>
        <translation>Period for the supplement</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Statutory limit</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised limit</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>延续申请</source>
        <translation>Application for renewal</translation>
    </message>
    <message>
        <source>许可到期</source>
        <translation>Expiry of the licence</translation>
    </message>
    <message>
        <source>{n}个工作日</source>
        <translation>{n} working days</translation>
    </message>
    <message>
        <source>{n}日</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n}个半日</source>
        <translation>{n} half-days</translation>
    </message>
    <message>
        <source>{n}个工作小时</source>
        <translation>{n} office hours</translation>
    </message>
    <message>
        <source>{n}个月</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>当日</source>
        <translation>same day</translation>
    </message>
    <message>
        <source>申请材料接收凭证</source>
        <translation>Receipt of materials</translation>
    </message>
    <message>
        <source>补正材料一次性告知书</source>
        <translation>One-time supplement notice</translation>
    </message>
    <message>
        <source>行政许可申请受理通知书</source>
        <translation>Notice of acceptance</translation>
    </message>
    <message>
        <source>不予受理决定书</source>
        <translation>Refusal of acceptance</translation>
    </message>
    <message>
        <source>不受理告知书</source>
        <translation>Notice: no licence needed</translation>
    </message>
    <message>
        <source>特别程序(所需时间)告知书</source>
        <translation>Special procedure notice</translation>
    </message>
    <message>
        <source>准予行政许可决定书</source>
        <translation>Decision to grant</translation>
    </message>
    <message>
        <source>不予行政许可决定书</source>
        <translation>Decision to refuse</translation>
    </message>
    <message>
        <source>许可证</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>送达回证</source>
        <translation>Return receipt</translation>
    </message>
    <message>
        <source>邮件详情单</source>
        <translation>Mailing label</translation>
    </message>
    <message>
        <source>邮件交接清单</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>年度报告</source>
        <translation>Annual report</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>核对材料</source>
        <translation>Check materials</translation>
    </message>
    <message>
        <source>收到补正</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>启动特别程序</source>
        <translation>Start special procedure</translation>
    </message>
    <message>
        <source>结束特别程序</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>延长办理期限</source>
        <translation>Extend the term</translation>
    </message>
    <message>
        <source>签署意见</source>
        <translation>Sign opinion</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw application</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Closing of the file</translation>
    </message>
    <message>
        <source>撤销误操作</source>
        <translation>Retract a slip</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>制作文书</source>
        <translation>Make document</translation>
    </message>
    <message>
        <source>确认出纸</source>
        <translation>Sheet confirmed</translation>
    </message>
    <message>
        <source>作废纸张</source>
        <translation>Sheet spoiled</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>交寄</source>
        <translation>Posting</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Add attachment</translation>
    </message>
    <message>
        <source>取得许可</source>
        <translation>Licence granted</translation>
    </message>
    <message>
        <source>许可延续</source>
        <translation>Licence renewed</translation>
    </message>
    <message>
        <source>许可变更</source>
        <translation>Licence changed</translation>
    </message>
    <message>
        <source>许可注销</source>
        <translation>Licence cancelled</translation>
    </message>
    <message>
        <source>登记申请人</source>
        <translation>Register applicant</translation>
    </message>
    <message>
        <source>监督检查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>本机关信息</source>
        <translation>Particulars of the office</translation>
    </message>
    <message>
        <source>采用内置数据</source>
        <translation>Adopt seed data</translation>
    </message>
    <message>
        <source>事项版本</source>
        <translation>Item version</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working-day calendar</translation>
    </message>
    <message>
        <source>法律用语</source>
        <translation>Legal texts</translation>
    </message>
    <message>
        <source>人员与权限</source>
        <translation>Staff and permissions</translation>
    </message>
    <message>
        <source>编号系列</source>
        <translation>Number series</translation>
    </message>
    <message>
        <source>领取号段</source>
        <translation>Lease numbers</translation>
    </message>
    <message>
        <source>编号系列移交</source>
        <translation>Hand over number series</translation>
    </message>
    <message>
        <source>启用工作站</source>
        <translation>Found workstation</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>查看证件号码</source>
        <translation>Show ID number</translation>
    </message>
    <message>
        <source>确认时钟</source>
        <translation>Confirm clock</translation>
    </message>
    <message>
        <source>导入台账</source>
        <translation>Import ledger</translation>
    </message>
    <message>
        <source>现场办理</source>
        <translation>At the window</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Entered later</translation>
    </message>
    <message>
        <source>台账导入</source>
        <translation>Ledger import</translation>
    </message>
    <message>
        <source>网上办理</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>已入库</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>已有相同记录</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>冲突待处理</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>被拒待处理</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>等待前序处理</source>
        <translation>Waiting for earlier ones</translation>
    </message>
    <message>
        <source>未用</source>
        <translation>Unused</translation>
    </message>
    <message>
        <source>已给号</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>已使用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>待核对纸张</source>
        <translation>Sheet to be verified</translation>
    </message>
    <message>
        <source>自收到本告知书之日起{period}内，即{due}前</source>
        <translation>Within {period} of receiving this notice, that is by {due}</translation>
    </message>
    <message>
        <source>听证、检验检测、专家评审、现场核查等所需时间另行书面告知，不计入办理时限</source>
        <translation>Time for hearings, testing, expert review, on-site inspection and the like is told separately in writing and not counted</translation>
    </message>
    <message>
        <source>{year}年放假安排尚未公布，以上日期为暂定，公布后另行告知</source>
        <translation>The holidays of {year} are not published; the dates above are provisional and will be told again</translation>
    </message>
    <message>
        <source>经审查，申请材料齐全、符合法定形式，申请人具备法定条件和标准</source>
        <translation>On examination, the materials are complete and in the statutory form, and the applicant meets the statutory conditions and standards</translation>
    </message>
    <message>
        <source>经审查，申请人不具备法定条件和标准</source>
        <translation>On examination, the applicant does not meet the statutory conditions and standards</translation>
    </message>
    <message>
        <source>未提交{name}</source>
        <translation>{name} not submitted</translation>
    </message>
    <message>
        <source>不符合法定形式</source>
        <translation>Not in the statutory form</translation>
    </message>
    <message>
        <source>申请事项“{item}”依法不属于本机关职权范围</source>
        <translation>By law the item “{item}” is not within the competence of this office</translation>
    </message>
    <message>
        <source>邮寄送达(中国邮政)</source>
        <translation>By post (China Post)</translation>
    </message>
    <message>
        <source>中国邮政</source>
        <translation>China Post</translation>
    </message>
    <message>
        <source>行政许可文书、证件</source>
        <translation>Licensing documents and certificates</translation>
    </message>
    <message>
        <source>寄付(协议客户)</source>
        <translation>Sender pays (contract customer)</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Retracted</translation>
    </message>
    <message>
        <source>{what}并打印</source>
        <translation>{what} and print</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已出纸</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To be confirmed</translation>
    </message>
    <message>
        <source>办件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>拼音</source>
        <translation>Pinyin</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>证书编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>邮件号码</source>
        <translation>Waybill number</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>项目名称</source>
        <translation>Name of the project</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>办件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
</context>
<context>
    <name>traces</name>
    <message>
        <source>开始的当日不计入</source>
        <translation>the first day is not counted</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>自然日</source>
        <translation>calendar day</translation>
    </message>
    <message>
        <source>周末，不计</source>
        <translation>weekend, not counted</translation>
    </message>
    <message>
        <source>法定节假日，不计（{notice}）</source>
        <translation>statutory holiday, not counted ({notice})</translation>
    </message>
    <message>
        <source>调休上班，计入（{notice}）</source>
        <translation>worked weekend, counted ({notice})</translation>
    </message>
    <message>
        <source>特别程序“{kind}”，不计（{notice}）</source>
        <translation>special procedure “{kind}”, not counted ({notice})</translation>
    </message>
    <message>
        <source>特别程序“{kind}”在期限届满之后开始，不影响期限</source>
        <translation>special procedure “{kind}” began after the limit and does not affect it</translation>
    </message>
    <message>
        <source>经批准延长{days}个工作日</source>
        <translation>extended by {days} working days with approval</translation>
    </message>
    <message>
        <source>{year}年放假安排尚未公布，按周末推算，暂定</source>
        <translation>the holidays of {year} are not published; weekends only, provisional</translation>
    </message>
    <message>
        <source>最后一日为休息日，顺延</source>
        <translation>the last day is a day off, moved on</translation>
    </message>
    <message>
        <source>期限届满，共{days}日</source>
        <translation>the limit ends, {days} days in all</translation>
    </message>
</context>
<context>
    <name>upkeep</name>
    <message>
        <source>数据库的设置或保护不对</source>
        <translation>Settings or protection of the database are wrong</translation>
    </message>
    <message>
        <source>数据库文件损坏</source>
        <translation>The database file is damaged</translation>
    </message>
    <message>
        <source>记录之间的关联断开</source>
        <translation>Links between records are broken</translation>
    </message>
    <message>
        <source>本机记录的顺序号有缺</source>
        <translation>The sequence of this PC&apos;s records has a gap</translation>
    </message>
    <message>
        <source>记录链断开，有记录被改动</source>
        <translation>The chain of records is broken: a record was altered</translation>
    </message>
    <message>
        <source>记录内容被改动</source>
        <translation>The content of a record was altered</translation>
    </message>
    <message>
        <source>记录内容缺失</source>
        <translation>The content of a record is missing</translation>
    </message>
    <message>
        <source>服务器答复被改动</source>
        <translation>An answer of the server was altered</translation>
    </message>
    <message>
        <source>服务器答复的登记断开</source>
        <translation>The registration of the server&apos;s answers is broken</translation>
    </message>
    <message>
        <source>列表与记录不一致，可重建</source>
        <translation>A list differs from the acts; it can be rebuilt</translation>
    </message>
    <message>
        <source>同一编号给出两次</source>
        <translation>The same number was given twice</translation>
    </message>
    <message>
        <source>号段中有编号没有去向</source>
        <translation>A number of a lease is unaccounted for</translation>
    </message>
    <message>
        <source>编号与记录对不上</source>
        <translation>A number does not agree with the acts</translation>
    </message>
    <message>
        <source>同一年的工作日历重复</source>
        <translation>Two calendars for one year</translation>
    </message>
    <message>
        <source>工作日历有误</source>
        <translation>Errors in the calendar</translation>
    </message>
    <message>
        <source>存档文书与登记的校验值不符</source>
        <translation>A stored document does not match its hash</translation>
    </message>
    <message>
        <source>记录编号已被占用</source>
        <translation>The record&apos;s id is taken</translation>
    </message>
    <message>
        <source>台账中同一行已导入，内容不同</source>
        <translation>The same row was imported with other content</translation>
    </message>
    <message>
        <source>服务器上没有该经办人</source>
        <translation>The server does not know the officer</translation>
    </message>
    <message>
        <source>经办人已停用</source>
        <translation>The officer is inactive</translation>
    </message>
    <message>
        <source>经办人不能在这台工作站办理</source>
        <translation>The officer may not work at this workstation</translation>
    </message>
    <message>
        <source>经办人没有这一步的岗位权限</source>
        <translation>The officer lacks the role for this step</translation>
    </message>
    <message>
        <source>已经一次性告知过，不能再次要求补正</source>
        <translation>Notified once already; no second supplement can be asked for</translation>
    </message>
    <message>
        <source>这一步不能由同一人办理</source>
        <translation>This step needs another person</translation>
    </message>
    <message>
        <source>尚未批准</source>
        <translation>Not approved yet</translation>
    </message>
    <message>
        <source>决定应由批准人作出</source>
        <translation>The decision belongs to the approver</translation>
    </message>
    <message>
        <source>撤销的不是最后一步</source>
        <translation>What was retracted is not the last step</translation>
    </message>
    <message>
        <source>编号已被另一办件占用</source>
        <translation>The number belongs to another case</translation>
    </message>
    <message>
        <source>该编号系列已由服务器给号</source>
        <translation>The server gives the numbers of this series</translation>
    </message>
    <message>
        <source>号段属于另一台工作站</source>
        <translation>The lease belongs to another workstation</translation>
    </message>
    <message>
        <source>号段重叠</source>
        <translation>Leases overlap</translation>
    </message>
    <message>
        <source>记录放错了卷宗</source>
        <translation>The record is in the wrong file</translation>
    </message>
    <message>
        <source>没有登记该编号系列</source>
        <translation>The number series is not registered</translation>
    </message>
    <message>
        <source>服务器不认识这种记录，请升级服务器</source>
        <translation>The server does not know this kind of record; upgrade the server</translation>
    </message>
    <message>
        <source>记录的性质标记不对</source>
        <translation>The record is marked with the wrong class</translation>
    </message>
    <message>
        <source>练习数据与正式数据不能混用</source>
        <translation>Training and real data cannot be mixed</translation>
    </message>
    <message>
        <source>前面的记录还没有处理完</source>
        <translation>Earlier records are not settled yet</translation>
    </message>
    <message>
        <source>另一台工作站已先办理了下一步</source>
        <translation>Another workstation took the next step first</translation>
    </message>
    <message>
        <source>办件的当前状态不允许这一步</source>
        <translation>The state of the case does not allow this step</translation>
    </message>
    <message>
        <source>记录内容不符合格式</source>
        <translation>The content is malformed</translation>
    </message>
    <message>
        <source>最高编号记录中有，记录中没有</source>
        <translation>In the high-water mark but not in the records</translation>
    </message>
    <message>
        <source>办理记录已撤销</source>
        <translation>The act was retracted</translation>
    </message>
    <message>
        <source>办理记录因冲突被搁置</source>
        <translation>The act was set aside because of a conflict</translation>
    </message>
    <message>
        <source>办理记录被服务器拒绝</source>
        <translation>The act was refused by the server</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>部分完成</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>两边比对不一致，待下次交换核对</source>
        <translation>The sides differ; to be verified in the next exchange</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>收尾</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Nightly</translation>
    </message>
    <message>
        <source>启动</source>
        <translation>At start</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>全面核对</source>
        <translation>Full check</translation>
    </message>
</context>
</TS>
